-- Keeps a session (hash, user_id, created_ms, seen_ms, address).
INSERT INTO web_sessions VALUES (?, ?, ?, ?, ?)
