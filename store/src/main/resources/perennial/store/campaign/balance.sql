-- Where everybody of the audience of a campaign (campaign, campaign) is.
SELECT
    count(*) AS audience,
    count(*) FILTER (d.arm = 'holdout') AS holdout,
    count(*) FILTER (d.arm IS NULL) AS excluded,
    count(*) FILTER (d.arm <> 'holdout' AND s.state = 'sent') AS sent,
    count(*) FILTER (d.arm <> 'holdout' AND s.state = 'failed') AS failed,
    count(*) FILTER (d.arm <> 'holdout' AND s.state = 'skipped') AS skipped,
    count(*) FILTER (d.arm <> 'holdout' AND s.state = 'uncertain') AS uncertain,
    count(*) FILTER (d.arm <> 'holdout' AND coalesce(s.state, 'planned') IN ('planned', 'leased', 'sending')) AS pending
FROM campaign_decisions d
LEFT JOIN (
    SELECT decision, arg_max(state, number) AS state FROM campaign_sends WHERE campaign = ? GROUP BY decision
) s ON s.decision = d.id
WHERE d.campaign = ?
