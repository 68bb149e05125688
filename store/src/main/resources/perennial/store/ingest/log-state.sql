-- What a writer has to know of the log after a place in it (seq): how many rows others have stored, the last of them, how
-- often rows were taken away, how many ids are erased. One query, since each commit asks it.
WITH arrived AS (
    SELECT seq FROM events WHERE seq > $1
    UNION ALL SELECT seq FROM links WHERE seq > $1
    UNION ALL SELECT seq FROM traits WHERE seq > $1
)
SELECT
    (SELECT count(*) FROM arrived) AS rows,
    (SELECT max(seq) FROM arrived) AS last_seq,
    (SELECT max(number) FROM generation) AS generation,
    (SELECT count(*) FROM erased) AS erased
