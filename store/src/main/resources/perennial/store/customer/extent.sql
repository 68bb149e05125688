-- How many events were picked, and the times of the first and the last.
SELECT count(*) AS events, min(e.time_ms) AS first_ms, max(e.time_ms) AS last_ms
FROM events e
SEMI JOIN picked p ON p.seq = e.seq
