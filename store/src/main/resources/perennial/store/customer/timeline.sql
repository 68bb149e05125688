-- The newest picked events before a place in the timeline (time_ms, seq), of one name unless it is empty, so many of them.
SELECT 'event' AS kind, e.seq, e.message_id, e.time_ms, e.name, e.visitor_id, e.user_id, e.account_id, e.value, e.currency, e.properties
FROM events e
SEMI JOIN picked p ON p.seq = e.seq
WHERE (e.time_ms, e.seq) < (?, ?) AND e.name = coalesce(nullif(?, ''), e.name)
ORDER BY e.time_ms DESC, e.seq DESC
LIMIT ?
