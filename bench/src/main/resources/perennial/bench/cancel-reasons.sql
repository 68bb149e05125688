-- Contracts, from Event 16 to Event 17, that ended for at least 24 hours, by month and reason.
WITH signs AS (
    SELECT user_id, time_ms, seq, name = 'Event 17' AS is_end, properties
    FROM events WHERE name IN ('Event 16', 'Event 17')),
turns AS (
    SELECT * FROM signs
    QUALIFY is_end <> coalesce(lag(is_end) OVER (PARTITION BY user_id ORDER BY time_ms, seq), true)),
ends AS (
    SELECT *, lead(time_ms) OVER (PARTITION BY user_id ORDER BY time_ms, seq) AS next
    FROM turns)
SELECT coalesce(sum(ended), 0)::BIGINT FROM (
    SELECT count(*) AS ended FROM ends WHERE is_end AND coalesce(next - time_ms >= 86400000, true)
    GROUP BY date_trunc('month', epoch_ms(time_ms)), json_extract_string(properties, '$.reason'))
