-- Keeps the hash of an erased id (erasure, hash, erased_ms).
INSERT INTO erased VALUES (?, ?, ?)
