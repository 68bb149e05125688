-- Who did Event 1, 2 and 3 in order within 7 days, by any attempt that is over: the latest beginning reaches furthest.
SELECT count(DISTINCT user_id)
FROM (
    SELECT user_id, name, time_ms,
           max(CASE WHEN name = 'Event 2' AND time_ms - begun <= 604800000 THEN begun END) OVER before AS begun
    FROM (
        SELECT user_id, seq, name, time_ms,
               max(CASE WHEN name = 'Event 1' AND time_ms + 604800000 < epoch_ms(TIMESTAMP '2026-01-01') THEN time_ms END)
                   OVER before AS begun
        FROM events
        WHERE name IN ('Event 1', 'Event 2', 'Event 3')
        WINDOW before AS (PARTITION BY user_id ORDER BY time_ms, seq ROWS UNBOUNDED PRECEDING))
    WINDOW before AS (PARTITION BY user_id ORDER BY time_ms, seq ROWS UNBOUNDED PRECEDING))
WHERE name = 'Event 3' AND time_ms - begun <= 604800000
