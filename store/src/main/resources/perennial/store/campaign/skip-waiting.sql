-- Skips what waits of a campaign that is over: why, at_ms, campaign.
INSERT INTO campaign_sends
SELECT (SELECT coalesce(max(number), 0) FROM campaign_sends) + row_number() OVER (), campaign, id, 'skipped', ?, '', ?, 0
FROM campaign_messages
WHERE campaign = ? AND is_message AND state IN ('planned', 'leased')
