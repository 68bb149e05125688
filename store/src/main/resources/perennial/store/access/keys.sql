-- All keys.
SELECT id, name, scopes, hash, created_ms, revoked_ms FROM keys
