-- All that had arrived, with all users one who were ever seen with the same visitor id.
CREATE OR REPLACE TEMP MACRO last_seq() AS getvariable('last_seq');
CREATE OR REPLACE TEMP VIEW scope_events AS SELECT * FROM counted_events WHERE seq <= last_seq();
CREATE OR REPLACE TEMP VIEW scope_links AS
WITH met AS (
    SELECT from_id AS visitor_id, to_id AS user_id, time_ms, seq FROM links
    WHERE kind = 'anonymous' AND seq <= last_seq()
    UNION ALL
    SELECT visitor_id, user_id, time_ms, seq FROM counted_events
    WHERE visitor_id IS NOT NULL AND user_id IS NOT NULL AND seq <= last_seq()
),
first_met AS (
    SELECT visitor_id, arg_min(user_id, (time_ms, seq)) AS user_id FROM met GROUP BY visitor_id
)
SELECT kind, from_id, to_id, time_ms, seq FROM links WHERE seq <= last_seq()
UNION ALL
SELECT 'alias', m.user_id, f.user_id, min(m.time_ms), min(m.seq)
FROM met m JOIN first_met f ON f.visitor_id = m.visitor_id
WHERE m.user_id <> f.user_id
GROUP BY m.user_id, f.user_id;
