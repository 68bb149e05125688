-- What was picked in the order of arrival. Of a link, user_id and account_id are its ends; of a trait, name is whose it is,
-- user_id the id, account_id the name of the trait. A message id that came from several sources is told apart.
WITH shared AS (
    SELECT message_id FROM events GROUP BY message_id HAVING count(DISTINCT source) > 1
)
SELECT
    'event' AS kind, e.seq,
    CASE WHEN s.message_id IS NULL THEN e.message_id ELSE e.source || '/' || e.message_id END AS message_id,
    e.time_ms, e.name, e.visitor_id, e.user_id, e.account_id, e.value, e.currency, e.properties
FROM events e
SEMI JOIN picked p ON p.seq = e.seq
LEFT JOIN shared s ON s.message_id = e.message_id
UNION ALL
SELECT kind, seq, message_id || '/' || seq, time_ms, NULL, NULL, from_id, to_id, NULL, NULL, NULL FROM picked_links
UNION ALL
SELECT 'trait', seq, message_id || '/' || seq, time_ms, subject, NULL, id, name, NULL, NULL, value FROM picked_traits
ORDER BY seq
