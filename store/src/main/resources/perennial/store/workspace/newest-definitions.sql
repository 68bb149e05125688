-- The newest version of every definition of a kind (kind).
SELECT name, arg_max(document, version) FROM definitions WHERE kind = ? GROUP BY name ORDER BY name
