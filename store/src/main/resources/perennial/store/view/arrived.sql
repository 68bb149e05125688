-- How far the log goes, how often rows were taken from it, and the time of the newest event (-1 without any).
SELECT
    greatest(
        coalesce((SELECT max(seq) FROM events), 0),
        coalesce((SELECT max(seq) FROM links), 0),
        coalesce((SELECT max(seq) FROM traits), 0)) AS last_seq,
    (SELECT max(number) FROM generation) AS generation,
    coalesce((SELECT max(time_ms) FROM events), -1) AS newest_ms
