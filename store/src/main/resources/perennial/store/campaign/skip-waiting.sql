-- Skips what waits of a campaign that is over: why, at_ms, campaign, campaign.
INSERT INTO campaign_sends
SELECT (SELECT coalesce(max(number), 0) FROM campaign_sends) + row_number() OVER (), d.campaign, d.id, 'skipped', ?, '', ?, 0
FROM campaign_decisions d
LEFT JOIN (
    SELECT decision, arg_max(state, number) AS state FROM campaign_sends WHERE campaign = ? GROUP BY decision
) s ON s.decision = d.id
WHERE d.campaign = ? AND d.arm IS NOT NULL AND d.arm <> 'holdout' AND coalesce(s.state, 'planned') IN ('planned', 'leased')
