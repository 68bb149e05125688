-- Sessions: runs of a customer's events without a silence of more than 30 minutes, cut 24 hours after the first.
WITH RECURSIVE silences AS (
    SELECT user_id, seq, time_ms,
           CASE WHEN time_ms - lag(time_ms) OVER (PARTITION BY user_id ORDER BY time_ms, seq) <= 1800000 THEN 0 ELSE 1 END AS is_break
    FROM events),
runs AS (
    SELECT user_id, time_ms, sum(is_break) OVER (PARTITION BY user_id ORDER BY time_ms, seq ROWS UNBOUNDED PRECEDING) AS run
    FROM silences),
long AS MATERIALIZED (
    FROM runs QUALIFY max(time_ms) OVER (PARTITION BY user_id, run) - min(time_ms) OVER (PARTITION BY user_id, run) >= 86400000),
starts(user_id, run, time_ms) AS (
    SELECT user_id, run, min(time_ms) FROM long GROUP BY user_id, run
    UNION ALL
    SELECT s.user_id, s.run, min(l.time_ms)
    FROM starts AS s
    JOIN long AS l ON l.user_id = s.user_id AND l.run = s.run AND l.time_ms >= s.time_ms + 86400000
    GROUP BY s.user_id, s.run)
SELECT (SELECT sum(is_break) FROM silences)
     + (SELECT count(*) FROM starts) - (SELECT count(DISTINCT (user_id, run)) FROM starts)
