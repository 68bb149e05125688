-- How many events of each source were received on each day from an instant on (milliseconds; days since 1970-01-01 UTC).
SELECT source, received_ms // 86400000 AS day, count(*) AS count FROM events WHERE received_ms >= ? GROUP BY ALL
