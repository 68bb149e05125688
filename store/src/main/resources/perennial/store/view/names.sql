-- The event names by first arrival.
SELECT name FROM scope_events GROUP BY name ORDER BY min(seq)
