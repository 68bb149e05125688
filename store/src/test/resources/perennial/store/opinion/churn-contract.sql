-- churn --basis contract: of the owners with a life open at a period's start instant, how many had none open at its end
-- (in progress: at as_of)?
WITH standing AS (
    SELECT f.grp, f.label, f.state, l.owner,
           NOT EXISTS (FROM lives AS o WHERE o.owner = l.owner AND o.start_ms <= f.last_ms
                           AND (o.end_ms IS NULL OR o.end_ms > f.last_ms)) AS has_churned
    FROM (SELECT *, least(end_ms, getvariable('as_of')) AS last_ms FROM life_frame) AS f
    LEFT JOIN (SELECT l.*, g.grp FROM lives AS l JOIN grouped AS g ON g.seq = l.start_seq) AS l
      ON l.grp = f.grp AND l.start_ms <= f.start_ms AND (l.end_ms IS NULL OR l.end_ms > f.start_ms)),
counted AS (
    SELECT grp, label, state, count(owner) AS at_start, count(owner) FILTER (has_churned) AS churned
    FROM standing
    GROUP BY grp, label, state)
SELECT grp AS "group", label AS period,
       CASE WHEN state <> 'not_yet' THEN at_start END AS at_start,
       CASE WHEN state <> 'not_yet' THEN churned END AS churned,
       share_value(churned, at_start, state) AS value,
       share_low(churned, at_start, state) AS low,
       share_high(churned, at_start, state) AS high,
       state
FROM counted
ORDER BY grp, label;
