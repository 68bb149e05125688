-- How far the log goes, and how often rows were taken from it.
SELECT
    greatest(
        coalesce((SELECT max(seq) FROM events), 0),
        coalesce((SELECT max(seq) FROM links), 0),
        coalesce((SELECT max(seq) FROM traits), 0)) AS last_seq,
    (SELECT max(number) FROM generation) AS generation
