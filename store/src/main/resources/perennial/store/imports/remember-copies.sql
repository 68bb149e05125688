-- Rows without an id of the file that goes on in the next chunk (file), so that its copies are numbered on.
INSERT INTO seen
SELECT file, message_id, count(*)
FROM staged
WHERE is_hashed AND file = ?
GROUP BY ALL
