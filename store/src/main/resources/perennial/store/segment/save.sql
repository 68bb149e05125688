-- Keeps a segment (name, document, created_ms, name) as the next version under its name; older versions stay.
INSERT INTO definitions
SELECT 'segment', ?, coalesce(max(version), 0) + 1, ?, ?
FROM definitions
WHERE kind = 'segment' AND name = ?
