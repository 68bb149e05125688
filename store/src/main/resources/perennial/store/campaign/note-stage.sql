-- Notes that a campaign goes on to a stage: campaign, stage, version, at_ms.
INSERT INTO campaign_stages VALUES (?, ?, ?, ?)
