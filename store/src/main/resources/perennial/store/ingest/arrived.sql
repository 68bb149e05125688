-- How many rows were stored after a place in the log (seq), and the last of them.
SELECT count(*) AS rows, max(seq) AS last_seq
FROM (
    SELECT seq FROM events WHERE seq > getvariable('seen')
    UNION ALL SELECT seq FROM links WHERE seq > getvariable('seen')
    UNION ALL SELECT seq FROM traits WHERE seq > getvariable('seen')
)
