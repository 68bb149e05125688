-- The users on whom a campaign (campaign) decided, by the ids they had then.
SELECT customer FROM campaign_decisions WHERE campaign = ? AND kind = 'user'
