-- The codes of a pool (pool) that no decision holds whose message may still arrive, in their order.
SELECT c.code
FROM campaign_codes c
ANTI JOIN (
    SELECT d.code
    FROM campaign_decisions d
    LEFT JOIN (SELECT decision, arg_max(state, number) AS state FROM campaign_sends GROUP BY decision) s
        ON s.decision = d.id
    WHERE d.code IS NOT NULL AND coalesce(s.state, 'planned') NOT IN ('failed', 'skipped')
) held ON held.code = c.code
WHERE c.pool = ?
ORDER BY c.rowid
