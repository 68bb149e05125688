-- Decisions by their ids (wanted).
SELECT * FROM campaign_decisions WHERE id IN (SELECT unnest(getvariable('wanted')))
