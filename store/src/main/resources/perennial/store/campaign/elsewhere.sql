-- Who is in the arms of a campaign other than this (campaign): who was decided on when.
SELECT campaign, kind, customer, decided_ms FROM campaign_decisions WHERE campaign <> ? AND arm IS NOT NULL
