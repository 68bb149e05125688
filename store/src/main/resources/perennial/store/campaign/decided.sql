-- The ids of the decisions of a campaign (campaign).
SELECT id FROM campaign_decisions WHERE campaign = ?
