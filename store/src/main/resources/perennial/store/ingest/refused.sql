-- The newest refused calls, the newest first, so many of them.
SELECT source, received_ms, field, value, reason, message, call
FROM refused_calls
ORDER BY received_ms DESC, rowid DESC
LIMIT ?
