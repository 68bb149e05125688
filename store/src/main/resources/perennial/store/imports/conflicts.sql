-- The first rows of a chunk that contradict what is known under their id (limit).
SELECT staged.file, staged.line, staged.message_id
FROM staged
JOIN known USING (slot)
WHERE known.conflicts
ORDER BY staged.slot
LIMIT ?
