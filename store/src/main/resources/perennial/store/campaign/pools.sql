-- The pools of codes: how many each holds, and how many of them are free, promised and given away.
SELECT c.pool, count(*) AS codes,
    count(*) FILTER (s.state IN ('sent', 'uncertain')) AS given,
    count(*) FILTER (h.code IS NOT NULL AND coalesce(s.state, 'planned') IN ('planned', 'leased', 'sending')) AS reserved
FROM campaign_codes c
LEFT JOIN (
    SELECT d.code, max(d.id) AS decision
    FROM campaign_decisions d
    LEFT JOIN (SELECT decision, arg_max(state, number) AS state FROM campaign_sends GROUP BY decision) s
        ON s.decision = d.id
    WHERE d.code IS NOT NULL AND coalesce(s.state, 'planned') NOT IN ('failed', 'skipped')
    GROUP BY d.code
) h ON h.code = c.code
LEFT JOIN (SELECT decision, arg_max(state, number) AS state FROM campaign_sends GROUP BY decision) s
    ON s.decision = h.decision
GROUP BY c.pool
ORDER BY c.pool
