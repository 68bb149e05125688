-- Keeps a key (id, name, scopes, hash, created_ms).
INSERT INTO keys VALUES (?, ?, ?, ?, ?, NULL)
