-- The messages of a campaign that are due, the longest waiting first: campaign, campaign, now, now, how many.
SELECT d.id
FROM campaign_decisions d
LEFT JOIN (
    SELECT decision, arg_max(state, number) AS state, arg_max(next_ms, number) AS next_ms
    FROM campaign_sends WHERE campaign = ? GROUP BY decision
) s ON s.decision = d.id
WHERE d.campaign = ? AND d.arm IS NOT NULL AND d.arm <> 'holdout'
  AND coalesce(s.state, 'planned') = 'planned' AND d.send_after_ms <= ? AND coalesce(s.next_ms, 0) <= ?
ORDER BY d.decided_ms, d.rowid
LIMIT ?
