-- Where some messages are (wanted): the newest state of each that has one.
SELECT decision, arg_max(state, number) AS state
FROM campaign_sends WHERE decision IN (SELECT unnest(getvariable('wanted'))) GROUP BY decision
