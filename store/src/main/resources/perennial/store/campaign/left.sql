-- How many messages of a campaign (campaign) left, or may have, with which offer of which version.
SELECT version, arm, offer, count(*) AS messages
FROM campaign_messages
WHERE campaign = ? AND has_left
GROUP BY version, arm, offer
