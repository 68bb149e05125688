-- The messages of a campaign that are due, the longest waiting first: campaign, now, how many.
SELECT *
FROM campaign_messages
WHERE campaign = ? AND is_message AND state = 'planned' AND due_ms <= ?
ORDER BY decided_ms, place
LIMIT ?
