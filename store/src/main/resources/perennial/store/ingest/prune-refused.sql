-- Keeps the newest refused calls, so many of them.
DELETE FROM refused_calls
WHERE rowid IN (SELECT rowid FROM refused_calls ORDER BY received_ms DESC, rowid DESC OFFSET ?)
