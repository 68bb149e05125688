-- Stores those traits that differ from the value in force at their time (first_seq, run, source, received_ms). `null` takes
-- a value away, so it changes nothing where there is none; what is told once counts where there is none.
INSERT INTO traits
WITH history AS (
    SELECT seq, '' AS message_id, subject, id, name, value, time_ms, false AS is_once, false AS is_new
    FROM traits
    SEMI JOIN told USING (subject, id, name)
    UNION ALL
    SELECT ? + slot, message_id, subject, id, name, value, time_ms, is_once, true
    FROM told
),
counted AS (
    -- Whatever stands before what is told once, even if told once too, shows that there is a value, or that it was taken.
    SELECT *
    FROM history
    QUALIFY NOT is_once
        OR coalesce(lag(value) OVER (PARTITION BY subject, id, name ORDER BY time_ms, seq), 'null') = 'null'
),
changes AS (
    SELECT *, lag(value) OVER (PARTITION BY subject, id, name ORDER BY time_ms, seq) AS before
    FROM counted
)
SELECT seq, ?, ?, message_id, subject, id, name, value, time_ms, ?
FROM changes
WHERE is_new AND coalesce(before, 'null') <> value
ORDER BY seq
