-- When the first of the messages of a campaign (campaign) that wait is due. Null if none waits.
SELECT min(due_ms) AS due_ms FROM campaign_messages WHERE campaign = ? AND is_message AND state = 'planned'
