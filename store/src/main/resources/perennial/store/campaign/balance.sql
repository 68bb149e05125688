-- Where everybody of the audience of a campaign (campaign) is.
SELECT
    count(*) AS audience,
    count(*) FILTER (arm = 'holdout') AS holdout,
    count(*) FILTER (arm IS NULL) AS excluded,
    count(*) FILTER (is_message AND state = 'sent') AS sent,
    count(*) FILTER (is_message AND state = 'failed') AS failed,
    count(*) FILTER (is_message AND state = 'skipped') AS skipped,
    count(*) FILTER (is_message AND state = 'uncertain') AS uncertain,
    count(*) FILTER (is_message AND state IN ('planned', 'leased', 'sending')) AS pending
FROM campaign_messages
WHERE campaign = ?
