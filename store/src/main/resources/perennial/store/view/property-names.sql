-- The properties of the newest events, for look-up.
SELECT DISTINCT unnest(json_keys(properties)) AS name
FROM events
WHERE properties IS NOT NULL AND seq > (SELECT max(seq) FROM events) - 100000
ORDER BY name
