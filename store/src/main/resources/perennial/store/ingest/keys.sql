-- The keys of the rows stored after a place in the log (seq) as signed numbers, ascending, each with the place of its row.
WITH arrived AS (
    SELECT source, message_id, seq FROM events WHERE seq > $1
    UNION ALL SELECT source, message_id, seq FROM links WHERE seq > $1
    UNION ALL SELECT source, message_id, seq FROM traits WHERE seq > $1
),
keyed AS (
    SELECT md5_number_lower(source || chr(10) || message_id)::HUGEINT AS key, seq FROM arrived
)
SELECT (CASE WHEN key > 9223372036854775807 THEN key - 18446744073709551616 ELSE key END)::BIGINT AS key, seq
FROM keyed
ORDER BY key, seq
