-- The aliases of users, oldest first.
SELECT from_id, to_id FROM scope_links WHERE kind = 'alias' ORDER BY time_ms, seq
