-- Ends a session (hash).
DELETE FROM web_sessions WHERE hash = ?
