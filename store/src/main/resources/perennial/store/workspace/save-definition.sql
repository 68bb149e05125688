-- Keeps a definition (kind, name, kind, name, document, created_ms) as the next version; older versions stay.
INSERT INTO definitions
SELECT ?, ?, (SELECT coalesce(max(version), 0) + 1 FROM definitions WHERE kind = ? AND name = ?), ?, ?
RETURNING version
