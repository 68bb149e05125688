-- Keeps a user (id, name, role, password, created_ms).
INSERT INTO web_users VALUES (?, ?, ?, ?, NULL, ?, NULL)
