-- How many events are stored that happened between two instants: all, and those that each filter leaves out.
SELECT l.filter, count(*)
FROM events e
LEFT JOIN left_out l ON l.seq = e.seq
WHERE e.time_ms >= ? AND e.time_ms < ?
GROUP BY l.filter
ORDER BY l.filter
