-- Keeps settings (document, created_ms) as the next version; older versions stay.
INSERT INTO definitions
SELECT 'workspace', 'settings', coalesce(max(version), 0) + 1, ?, ?
FROM definitions
WHERE kind = 'workspace'
