-- The properties of the newest events, for look-up.
SELECT DISTINCT unnest(json_keys(properties)) AS name
FROM (SELECT properties FROM events WHERE properties IS NOT NULL ORDER BY seq DESC LIMIT 100000)
ORDER BY name
