-- The events of the ids that are wanted which arrived after a view was made. An event is of its user; without one, of
-- its visitor.
WITH missing AS (
    SELECT seq, visitor_id, user_id, account_id FROM events WHERE seq > last_seq()
)
SELECT m.seq FROM missing m SEMI JOIN wanted w ON w.kind = 'user' AND w.id = m.user_id
UNION ALL
SELECT m.seq FROM missing m SEMI JOIN wanted w ON w.kind = 'visitor' AND w.id = m.visitor_id WHERE m.user_id IS NULL
UNION ALL
SELECT m.seq FROM missing m SEMI JOIN wanted w ON w.kind = 'account' AND w.id = m.account_id
