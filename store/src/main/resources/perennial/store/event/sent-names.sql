-- The names that events came with.
SELECT DISTINCT name FROM events ORDER BY name
