-- The events of those who are wanted: kind 0 for a user, 1 for a visitor.
SELECT e.seq FROM owned_events e SEMI JOIN wanted w ON w.kind = e.kind AND w.id = e.id
