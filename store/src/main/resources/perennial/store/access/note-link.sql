-- Keeps a link (hash, user_id, until_ms).
INSERT INTO password_links VALUES (?, ?, ?)
