-- The rows that an import (run) refused, in the order it met them.
SELECT file, line, field, value, reason, message
FROM rejects
WHERE run = ?
ORDER BY rowid
