-- How many were active each hour of a week, over the raw events.
SELECT sum(n) FROM (
    SELECT date_trunc('hour', epoch_ms(time_ms)) AS hour, count(DISTINCT user_id) AS n
    FROM events WHERE time_ms >= 1751328000000 AND time_ms < 1751932800000 GROUP BY hour)
