-- The newest picked events before a place in the timeline (time_ms, seq), of one name unless it is empty, so many of them.
-- Which they are is settled by times alone: to read the properties of all picked events costs ten times as much.
SELECT 'event' AS kind, e.seq, e.message_id, e.time_ms, e.name, e.visitor_id, e.user_id, e.account_id, e.value, e.currency, e.properties
FROM events e
WHERE e.seq IN (
    SELECT h.seq
    FROM happened h
    WHERE (h.time_ms, h.seq) < (?, ?) AND h.name = coalesce(nullif(?, ''), h.name)
    ORDER BY h.time_ms DESC, h.seq DESC
    LIMIT ?
)
ORDER BY e.time_ms DESC, e.seq DESC
