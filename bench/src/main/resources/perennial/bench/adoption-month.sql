-- First uses of one event by month, with the median time since the first event of all.
SELECT sum(people)::BIGINT FROM (
    SELECT count(*) AS people, median(used - came) AS took
    FROM (
        SELECT user_id, min(time_ms) AS came, min(time_ms) FILTER (name = 'Event 17') AS used
        FROM events GROUP BY user_id)
    WHERE used IS NOT NULL
    GROUP BY date_trunc('month', epoch_ms(used))
    ORDER BY took)
