-- Which of some decisions (wanted) there are: whoever is erased has none.
SELECT id FROM campaign_decisions WHERE id IN (SELECT unnest(getvariable('wanted')))
