-- How far the log goes, as far as it was judged by filters, and the time of the newest event: what was known up to a
-- seq, and what arrived after it.
SELECT
    greatest(
        getvariable('seen_seq'),
        (SELECT max(seq) FROM events WHERE seq > getvariable('seen_seq') AND seq <= getvariable('judged_seq')),
        (SELECT max(seq) FROM links WHERE seq > getvariable('seen_seq') AND seq <= getvariable('judged_seq')),
        (SELECT max(seq) FROM traits WHERE seq > getvariable('seen_seq') AND seq <= getvariable('judged_seq'))
    ) AS last_seq,
    greatest(
        getvariable('seen_newest'),
        (SELECT max(time_ms) FROM events WHERE seq > getvariable('seen_seq') AND seq <= getvariable('judged_seq'))
    ) AS newest_ms
