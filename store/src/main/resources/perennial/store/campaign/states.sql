-- Where some messages are (wanted): of each to which something happened. Not by the view, which would look at all others.
SELECT decision, arg_max(state, number) AS state
FROM campaign_sends
WHERE decision IN (SELECT unnest(getvariable('wanted')))
GROUP BY decision
