-- Has all messages in a state go on to another: to, detail, at_ms, from, campaign (empty for all).
INSERT INTO campaign_sends
SELECT (SELECT coalesce(max(number), 0) FROM campaign_sends) + row_number() OVER (), campaign, decision, ?, NULL, ?, ?, 0
FROM message_states
WHERE state = ? AND campaign = coalesce(nullif(?, ''), campaign)
