-- The decisions of a campaign (campaign), with where their messages are, in the order in which they were made.
SELECT * FROM campaign_messages WHERE campaign = ? ORDER BY decided_ms, place
