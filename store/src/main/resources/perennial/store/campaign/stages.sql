-- Where each campaign is, the oldest stage first.
SELECT campaign, stage, version, at_ms FROM campaign_stages ORDER BY rowid
