-- The first event of a source that was received from an instant on (source, milliseconds), and how many followed.
SELECT name, received_ms, count(*) OVER () AS events
FROM events
WHERE source = ? AND received_ms >= ?
ORDER BY seq
LIMIT 1
