-- The sessions of each owner: its own events without a silence of more than `idle_ms`, cut 24 hours after the first.
-- session_events has every such event with the number of its session; owner_sessions one row for each.
CREATE OR REPLACE TEMP TABLE own_events AS
SELECT owner, seq, time_ms, local_time, name,
       row_number() OVER mine AS place,
       sum(is_break) OVER mine AS run
FROM (
    SELECT *,
           CASE WHEN time_ms - lag(time_ms) OVER (PARTITION BY owner ORDER BY time_ms, seq) <= getvariable('idle_ms')
                THEN 0 ELSE 1 END AS is_break
    FROM visible
    WHERE NOT list_contains(from_json(getvariable('passive'), '["VARCHAR"]'), name))
WINDOW mine AS (PARTITION BY owner ORDER BY time_ms, seq ROWS UNBOUNDED PRECEDING);

CREATE OR REPLACE TEMP TABLE session_events AS
WITH RECURSIVE starts(owner, run, place, time_ms) AS (
    SELECT owner, run, min(place), min(time_ms) FROM own_events GROUP BY owner, run
    UNION ALL
    SELECT s.owner, s.run, min(e.place), min(e.time_ms)
    FROM starts AS s
    JOIN own_events AS e ON e.owner = s.owner AND e.run = s.run AND e.time_ms >= s.time_ms + 24 * 3600 * 1000
    GROUP BY s.owner, s.run)
SELECT e.owner, e.seq, e.time_ms, e.local_time, e.name, e.place,
       count(s.place) OVER (PARTITION BY e.owner ORDER BY e.place ROWS UNBOUNDED PRECEDING) AS session
FROM own_events AS e
LEFT JOIN starts AS s ON s.owner = e.owner AND s.place = e.place;

CREATE OR REPLACE TEMP TABLE owner_sessions AS
WITH gathered AS (
    SELECT owner, session, min_by(seq, place) AS start_seq,
           period_number(period_start(min_by(local_time, place))) AS number,
           max(time_ms) - min(time_ms) AS millis,
           count(*) AS events,
           count(*) FILTER (list_contains(from_json(getvariable('view_names'), '["VARCHAR"]'), name)) AS views,
           count(*) FILTER (list_contains(from_json(getvariable('key_names'), '["VARCHAR"]'), name)) AS keys
    FROM session_events
    GROUP BY owner, session)
SELECT s.*, g.grp
FROM gathered AS s
JOIN grouped AS g ON g.seq = s.start_seq;

CREATE OR REPLACE TEMP TABLE session_frame AS
SELECT g.grp, p.*
FROM (SELECT DISTINCT grp FROM owner_sessions UNION SELECT '' WHERE getvariable('by_kind') = '') AS g
CROSS JOIN periods AS p;
