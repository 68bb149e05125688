-- The traits anybody has.
SELECT DISTINCT name FROM traits ORDER BY name
