-- The events and the links of the visitors who are wanted, in order of time, with the user each names.
SELECT e.seq, e.visitor_id, e.user_id, false AS is_link, e.time_ms
FROM scope_events e SEMI JOIN wanted w ON w.id = e.visitor_id
UNION ALL
SELECT l.seq, l.from_id, l.to_id, true, l.time_ms
FROM scope_links l SEMI JOIN wanted w ON w.id = l.from_id
WHERE l.kind = 'anonymous'
ORDER BY time_ms, seq
