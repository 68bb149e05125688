-- The aliases of users, the oldest first.
SELECT from_id, to_id FROM links WHERE kind = 'alias' ORDER BY time_ms, seq
