-- How many messages of a campaign (campaign) each reply came back of, by arm: the events are named (wanted).
SELECT d.arm, r.name, count(*) AS messages
FROM (
    SELECT name, left(message_id, length(message_id) - length(name) - 1) AS decision
    FROM events
    WHERE source = 'campaigns' AND name IN (SELECT unnest(getvariable('wanted')))
) r
JOIN campaign_decisions d ON d.id = r.decision
WHERE d.campaign = ?
GROUP BY d.arm, r.name
ORDER BY d.arm
