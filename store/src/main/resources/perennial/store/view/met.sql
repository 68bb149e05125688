-- Whom visitors met first, as it is kept beside the base: of the visitors that are wanted, and of those who met one of the
-- users that are.
SELECT m.visitor_id, m.user_id, m.time_ms, m.seq
FROM read_parquet(getvariable('meetings')) m SEMI JOIN wanted w ON w.kind = 'visitor' AND w.id = m.visitor_id
UNION ALL
SELECT m.visitor_id, m.user_id, m.time_ms, m.seq
FROM read_parquet(getvariable('meetings')) m SEMI JOIN wanted w ON w.kind = 'user' AND w.id = m.user_id
