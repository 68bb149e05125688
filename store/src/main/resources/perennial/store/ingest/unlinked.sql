-- Of what was received in a range of time: the events of visitors who are no user by any link or other event, by source and day.
WITH linked AS (
    SELECT from_id AS visitor_id FROM links WHERE kind = 'anonymous'
    UNION
    SELECT visitor_id FROM events WHERE visitor_id IS NOT NULL AND user_id IS NOT NULL
)
SELECT source, received_ms // 86400000 AS day, count(*) AS count
FROM events e
ANTI JOIN linked l ON l.visitor_id = e.visitor_id
WHERE user_id IS NULL AND e.visitor_id IS NOT NULL AND received_ms >= ? AND received_ms < ?
GROUP BY ALL
