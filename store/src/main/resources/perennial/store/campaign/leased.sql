-- The messages of a campaign (campaign) that are picked.
SELECT decision
FROM (SELECT decision, arg_max(state, number) AS state FROM campaign_sends WHERE campaign = ? GROUP BY decision)
WHERE state = 'leased'
