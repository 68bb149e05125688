-- Every version of every definition of a kind (kind), by name, the oldest first.
SELECT name, version, document, created_ms FROM definitions WHERE kind = ? ORDER BY name, version
