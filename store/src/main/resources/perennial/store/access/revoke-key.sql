-- Revokes a key (revoked_ms, id).
UPDATE keys SET revoked_ms = ? WHERE id = ?
