-- On whom a campaign (campaign) decided when.
SELECT id, kind, customer, decided_ms FROM campaign_decisions WHERE campaign = ?
