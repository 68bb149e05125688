-- The pools of codes: how many each holds, and how many of them are promised and given away.
SELECT c.pool, count(*) AS codes,
    count(*) FILTER (held.is_given) AS given,
    count(*) FILTER (NOT held.is_given) AS reserved
FROM campaign_codes c
LEFT JOIN (
    SELECT code, bool_or(state IN ('sent', 'uncertain')) AS is_given FROM campaign_messages WHERE keeps_code GROUP BY code
) held ON held.code = c.code
GROUP BY c.pool
ORDER BY c.pool
