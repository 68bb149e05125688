-- How many messages went to each customer since an instant (since), over all campaigns; one that may have left counts.
SELECT d.kind, d.customer, count(*) AS contacts
FROM campaign_decisions d
JOIN (
    SELECT decision, arg_max(state, number) AS state, max(at_ms) AS at_ms FROM campaign_sends GROUP BY decision
) s ON s.decision = d.id
WHERE s.state IN ('sending', 'sent', 'uncertain') AND s.at_ms >= ?
GROUP BY d.kind, d.customer
