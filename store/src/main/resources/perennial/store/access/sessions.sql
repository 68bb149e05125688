-- All sessions.
SELECT hash, user_id, created_ms, seen_ms, address FROM web_sessions
