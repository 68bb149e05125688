-- How many did one event with a property each day, over the raw events.
SELECT sum(n) FROM (
    SELECT epoch_ms(time_ms)::DATE AS day, count(DISTINCT user_id) AS n
    FROM events WHERE name = 'Event 1' AND properties->>'$.category' = '3' GROUP BY day)
