-- What a workspace holds: rows of each kind, the oldest and the newest event.
SELECT
    (SELECT count(*) FROM events),
    (SELECT count(*) FROM links),
    (SELECT count(*) FROM traits),
    (SELECT count(*) FROM imports WHERE undone_ms IS NULL AND stored + facts > 0),
    (SELECT count(*) FROM rejects),
    (SELECT coalesce(sum(duplicates), 0) FROM imports WHERE undone_ms IS NULL),
    (SELECT min(time_ms) FROM events),
    (SELECT max(time_ms) FROM events)
