-- When the first of the messages of a campaign that wait is due: campaign, campaign. Null if none waits.
SELECT min(greatest(d.send_after_ms, coalesce(s.next_ms, 0))) AS due_ms
FROM campaign_decisions d
LEFT JOIN (
    SELECT decision, arg_max(state, number) AS state, arg_max(next_ms, number) AS next_ms
    FROM campaign_sends WHERE campaign = ? GROUP BY decision
) s ON s.decision = d.id
WHERE d.campaign = ? AND d.arm IS NOT NULL AND d.arm <> 'holdout' AND coalesce(s.state, 'planned') = 'planned'
