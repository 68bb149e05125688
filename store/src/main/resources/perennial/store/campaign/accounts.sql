-- The accounts that some users (wanted) ever belonged to, the first first.
SELECT user_id, account_id
FROM (
    SELECT from_id AS user_id, to_id AS account_id, time_ms, seq
    FROM links WHERE kind = 'account' AND from_id IN (SELECT unnest(getvariable('wanted')))
    UNION ALL
    SELECT user_id, account_id, time_ms, seq
    FROM events WHERE account_id IS NOT NULL AND user_id IN (SELECT unnest(getvariable('wanted')))
)
ORDER BY time_ms, seq
