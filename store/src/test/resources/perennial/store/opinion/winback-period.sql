-- winback --reading period: of the owners lapsed at a period's start (a life ended, none open, the latest end at most 730
-- local days ago), how many began a new life in the period? A life that begins at the very start is a return in it.
WITH lapsed AS (
    SELECT f.grp, f.label, l.owner,
           EXISTS (FROM lives AS n WHERE n.owner = l.owner AND n.number > l.number
                       AND n.start_ms >= f.start_ms
                       AND period_number(period_start(n.start_local)) = f.number) AS has_returned
    FROM life_frame AS f
    JOIN (
        SELECT l.*, g.grp
        FROM lives AS l
        JOIN grouped AS g ON g.seq = l.end_seq) AS l
      ON l.grp = f.grp
     AND l.end_ms <= f.start_ms
     AND l.end_local >= f.start - INTERVAL 730 DAY
     -- the latest end before the start, and nothing open then
     AND NOT EXISTS (FROM lives AS o WHERE o.owner = l.owner AND o.number > l.number AND o.start_ms < f.start_ms)),
counted AS (
    SELECT f.grp, f.label, f.state, count(l.owner) AS lapsed, count(l.owner) FILTER (l.has_returned) AS returned
    FROM life_frame AS f
    LEFT JOIN lapsed AS l ON l.grp = f.grp AND l.label = f.label
    GROUP BY f.grp, f.label, f.state)
SELECT grp AS "group", label AS period,
       CASE WHEN state <> 'not_yet' THEN lapsed END AS lapsed,
       CASE WHEN state <> 'not_yet' THEN returned END AS returned,
       share_value(returned, lapsed, state) AS value,
       share_low(returned, lapsed, state) AS low,
       share_high(returned, lapsed, state) AS high,
       state
FROM counted
ORDER BY grp, label;
