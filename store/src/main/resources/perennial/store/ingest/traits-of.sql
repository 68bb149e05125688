-- The traits of some ids (list), oldest first.
SELECT subject, id, name, value, time_ms
FROM traits
WHERE id IN (SELECT unnest(?::VARCHAR[]))
ORDER BY time_ms, seq
