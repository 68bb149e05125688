-- How many events were picked, and the times of the first and the last.
SELECT count(*) AS events, min(time_ms) AS first_ms, max(time_ms) AS last_ms
FROM happened
