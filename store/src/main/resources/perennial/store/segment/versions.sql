-- All versions of a segment (name), the oldest first.
SELECT name, version, document, created_ms
FROM definitions
WHERE kind = 'segment' AND name = ?
ORDER BY version
