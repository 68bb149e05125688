-- The events that count by name: how many, and when the first and the last happened; most first.
SELECT name, count(*) AS events, min(time_ms) AS first_ms, max(time_ms) AS last_ms
FROM counted_events
GROUP BY name
ORDER BY events DESC, name
