-- How many messages of a campaign (campaign, campaign) left, or may have, with which offer of which version.
SELECT d.version, d.arm, d.offer, count(*) AS messages
FROM campaign_decisions d
JOIN (
    SELECT decision, arg_max(state, number) AS state FROM campaign_sends WHERE campaign = ? GROUP BY decision
) s ON s.decision = d.id
WHERE d.campaign = ? AND s.state IN ('sending', 'sent', 'uncertain')
GROUP BY d.version, d.arm, d.offer
