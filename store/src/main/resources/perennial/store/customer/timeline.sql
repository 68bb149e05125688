-- The newest picked events before a place in the timeline (time_ms, seq), of one name unless it is empty, so many of them,
-- as they are called now.
-- Which they are is settled by times alone: to read the properties of all picked events costs ten times as much.
SELECT 'event' AS kind, e.seq, e.message_id, e.time_ms, coalesce(r.new_name, e.name) AS name, e.visitor_id, e.user_id, e.account_id, e.value, e.currency, e.properties
FROM events e
LEFT JOIN renamed r ON r.old_name = e.name
WHERE e.seq IN (
    SELECT h.seq
    FROM happened h
    WHERE (h.time_ms, h.seq) < (?, ?) AND h.name = coalesce(nullif(?, ''), h.name)
    ORDER BY h.time_ms DESC, h.seq DESC
    LIMIT ?
)
ORDER BY e.time_ms DESC, e.seq DESC
