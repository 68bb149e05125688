-- The numbers that this import takes: its run, and the first free place in the order of arrival.
SELECT
    (SELECT coalesce(max(run), 0) + 1 FROM imports) AS run,
    1 + greatest(
        (SELECT coalesce(max(seq), 0) FROM events),
        (SELECT coalesce(max(seq), 0) FROM links),
        (SELECT coalesce(max(seq), 0) FROM traits)) AS first_seq
