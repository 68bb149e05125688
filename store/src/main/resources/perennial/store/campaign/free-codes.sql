-- The codes of a pool (pool) that no decision holds whose message may still arrive, in their order.
SELECT c.code
FROM campaign_codes c
ANTI JOIN (SELECT code FROM campaign_messages WHERE keeps_code) held ON held.code = c.code
WHERE c.pool = ?
ORDER BY c.rowid
