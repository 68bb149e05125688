-- Paths: the moves, up to 5 a session, from the first "Event 1" of each session on; an event that repeats at once is one.
WITH RECURSIVE silences AS (
    SELECT user_id, seq, time_ms, name,
           CASE WHEN time_ms - lag(time_ms) OVER (PARTITION BY user_id ORDER BY time_ms, seq) <= 1800000 THEN 0 ELSE 1 END AS is_break
    FROM events),
runs AS (
    SELECT user_id, seq, time_ms, name, sum(is_break) OVER (PARTITION BY user_id ORDER BY time_ms, seq ROWS UNBOUNDED PRECEDING) AS run
    FROM silences),
long AS MATERIALIZED (
    FROM runs QUALIFY max(time_ms) OVER (PARTITION BY user_id, run) - min(time_ms) OVER (PARTITION BY user_id, run) >= 86400000),
starts(user_id, run, time_ms) AS (
    SELECT user_id, run, min(time_ms) FROM long GROUP BY user_id, run
    UNION ALL
    SELECT s.user_id, s.run, min(l.time_ms)
    FROM starts AS s
    JOIN long AS l ON l.user_id = s.user_id AND l.run = s.run AND l.time_ms >= s.time_ms + 86400000
    GROUP BY s.user_id, s.run),
sessions AS (
    SELECT r.*, s.time_ms AS start_ms
    FROM runs AS r
    ASOF LEFT JOIN starts AS s ON s.user_id = r.user_id AND s.run = r.run AND s.time_ms <= r.time_ms),
told AS (
    SELECT user_id, run, start_ms, time_ms, seq, name,
           bool_or(name = 'Event 1') OVER (
               PARTITION BY user_id, run, start_ms ORDER BY time_ms, seq ROWS UNBOUNDED PRECEDING) AS is_after,
           name IS DISTINCT FROM lag(name) OVER (PARTITION BY user_id, run, start_ms ORDER BY time_ms, seq) AS is_new
    FROM sessions)
SELECT sum(least(moves, 5))
FROM (SELECT count(*) AS moves FROM told WHERE is_after AND is_new GROUP BY user_id, run, start_ms)
