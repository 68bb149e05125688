-- All imports with what became of their rows, the newest first.
SELECT run, source, files, started_ms, rows, stored, facts, duplicates, conflicts, refused, filtered, undone_ms
FROM imports
ORDER BY run DESC
