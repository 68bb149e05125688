-- How many messages went to each customer since an instant (since), over all campaigns; one that may have left counts.
SELECT kind, customer, count(*) AS contacts
FROM campaign_messages
WHERE has_left AND state_ms >= ?
GROUP BY kind, customer
