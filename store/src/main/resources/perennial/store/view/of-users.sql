-- The events of those who are wanted, with the visitor each names; and the visitors linked to them.
SELECT e.seq, e.visitor_id, false AS is_link
FROM scope_events e SEMI JOIN wanted w ON w.id = e.user_id
UNION ALL
SELECT l.seq, l.from_id, true
FROM scope_links l SEMI JOIN wanted w ON w.id = l.to_id
WHERE l.kind = 'anonymous'
