-- All annotations.
SELECT id, day, kind, text FROM annotations
