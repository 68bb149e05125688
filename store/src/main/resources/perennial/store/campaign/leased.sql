-- The messages of a campaign (campaign) that are picked.
SELECT decision FROM message_states WHERE campaign = ? AND state = 'leased'
