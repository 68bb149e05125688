-- Which of some events of campaigns (wanted: message ids) are there.
SELECT message_id FROM events
WHERE source = 'campaigns' AND message_id IN (SELECT unnest(getvariable('wanted')))
