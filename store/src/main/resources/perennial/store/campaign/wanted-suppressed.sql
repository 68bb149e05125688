-- Which of some decisions (wanted) are of customers who are not written to.
SELECT d.id
FROM campaign_decisions d
SEMI JOIN suppressed s ON s.kind = d.kind AND s.customer = d.customer
WHERE d.id IN (SELECT unnest(getvariable('wanted')))
