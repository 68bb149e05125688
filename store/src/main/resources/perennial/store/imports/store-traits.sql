-- Stores those traits that differ from the value in force at their time (first_seq, run, source, received_ms).
INSERT INTO traits
WITH history AS (
    SELECT seq, '' AS message_id, subject, id, name, value, time_ms, false AS is_new
    FROM traits
    SEMI JOIN told USING (subject, id, name)
    UNION ALL
    SELECT ? + slot, message_id, subject, id, name, value, time_ms, true
    FROM told
),
changes AS (
    SELECT *, lag(value) OVER (PARTITION BY subject, id, name ORDER BY time_ms, seq) AS before
    FROM history
)
SELECT seq, ?, ?, message_id, subject, id, name, value, time_ms, ?
FROM changes
WHERE is_new AND before IS DISTINCT FROM value
ORDER BY seq
