-- winback --reading ratio: lives that began in a period after an earlier one, for each life that ended in it.
WITH turns AS (
    SELECT g.grp, period_number(period_start(l.end_local)) AS number, 1 AS ended, 0 AS returned
    FROM lives AS l
    JOIN grouped AS g ON g.seq = l.end_seq
    WHERE l.end_ms IS NOT NULL
    UNION ALL
    SELECT g.grp, period_number(period_start(l.start_local)), 0, 1
    FROM lives AS l
    JOIN lives AS before ON before.owner = l.owner AND before.number = l.number - 1
    JOIN grouped AS g ON g.seq = before.end_seq),
counted AS (
    SELECT f.grp, f.label, f.state, coalesce(sum(t.ended), 0)::BIGINT AS ended, coalesce(sum(t.returned), 0)::BIGINT AS returned
    FROM life_frame AS f
    LEFT JOIN turns AS t ON t.grp = f.grp AND t.number = f.number
    GROUP BY f.grp, f.label, f.state)
SELECT grp AS "group", label AS period,
       CASE WHEN state <> 'not_yet' THEN ended END AS ended,
       CASE WHEN state <> 'not_yet' THEN returned END AS returned,
       CASE WHEN state <> 'not_yet' AND ended > 0 THEN returned::DOUBLE / ended END AS value,
       state
FROM counted
ORDER BY grp, label;
