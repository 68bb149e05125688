-- The newest picked events before a place in the timeline (time_ms, seq), of one name unless it is empty, so many of them.
-- Which they are is settled by times alone: to read the properties of all picked events costs ten times as much.
SELECT 'event' AS kind, e.seq, e.message_id, e.time_ms, e.name, e.visitor_id, e.user_id, e.account_id, e.value, e.currency, e.properties
FROM events e
WHERE e.seq IN (
    SELECT e.seq
    FROM events e
    SEMI JOIN picked p ON p.seq = e.seq
    WHERE (e.time_ms, e.seq) < (?, ?) AND e.name = coalesce(nullif(?, ''), e.name)
    ORDER BY e.time_ms DESC, e.seq DESC
    LIMIT ?
)
ORDER BY e.time_ms DESC, e.seq DESC
