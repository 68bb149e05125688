-- How far the log was judged by the filters (nothing, if rows were taken from it since), and how far it goes.
SELECT
    (SELECT coalesce(max(seq), 0) FROM judged WHERE generation = (SELECT max(number) FROM generation)),
    greatest(
        coalesce((SELECT max(seq) FROM events), 0),
        coalesce((SELECT max(seq) FROM links), 0),
        coalesce((SELECT max(seq) FROM traits), 0))
