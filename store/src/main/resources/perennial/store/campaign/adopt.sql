-- Notes the messages of a campaign (campaign) that another program sent, as having left when they were decided.
INSERT INTO campaign_sends
SELECT (SELECT coalesce(max(number), 0) FROM campaign_sends) + row_number() OVER (), campaign, id, 'sent', NULL,
    'by another program', decided_ms, 0
FROM campaign_messages
WHERE campaign = ? AND is_message
