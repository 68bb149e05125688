-- return-curve: of the lives that ended in the range, which share was followed by the next one within so many local days,
-- by Kaplan-Meier? A life is watched up to the last local day that is over at as_of.
WITH ended AS (
    SELECT g.grp, local_of(getvariable('as_of'))::DATE - 1 - l.end_local::DATE AS watched,
           n.start_local::DATE - l.end_local::DATE AS away
    FROM lives AS l
    JOIN periods AS p ON p.start = period_start(l.end_local)
    JOIN grouped AS g ON g.seq = l.end_seq
    LEFT JOIN lives AS n ON n.owner = l.owner AND n.number = l.number + 1
    WHERE l.end_ms IS NOT NULL),
spans AS (
    SELECT grp, least(coalesce(away, watched), watched) AS days, coalesce(away <= watched, false) AS is_back, count(*) AS lives
    FROM ended
    WHERE watched >= 0
    GROUP BY ALL),
steps AS (
    SELECT g.grp, d.day,
           coalesce(sum(s.lives) FILTER (s.days >= d.day), 0)::BIGINT AS at_risk,
           coalesce(sum(s.lives) FILTER (s.days = d.day AND s.is_back), 0)::BIGINT AS returned
    FROM (SELECT DISTINCT grp FROM spans UNION SELECT '' WHERE getvariable('by_kind') = '') AS g
    CROSS JOIN (SELECT unnest(generate_series(0, getvariable('within'))) AS day) AS d
    LEFT JOIN spans AS s ON s.grp = g.grp
    GROUP BY g.grp, d.day),
-- The share still away, and the sum of Greenwood's formula.
curve AS (
    SELECT *,
           product(CASE WHEN returned > 0 THEN 1 - returned::DOUBLE / at_risk ELSE 1 END) OVER days AS away,
           sum(CASE WHEN returned > 0 AND returned < at_risk
                    THEN returned::DOUBLE / (at_risk::DOUBLE * (at_risk - returned)) ELSE 0 END) OVER days AS greenwood
    FROM steps
    WINDOW days AS (PARTITION BY grp ORDER BY day)),
bounded AS (
    SELECT *, CASE WHEN away > 0 AND away < 1 THEN exp(sqrt(z2() * greenwood) / -ln(away)) END AS factor
    FROM curve)
SELECT grp AS "group", day,
       CASE WHEN at_risk > 0 THEN at_risk END AS at_risk,
       CASE WHEN at_risk > 0 THEN returned END AS returned,
       CASE WHEN at_risk > 0 THEN 1 - away END AS value,
       CASE WHEN at_risk > 0 THEN 1 - away ** (1 / factor) END AS low,
       CASE WHEN at_risk > 0 THEN 1 - away ** factor END AS high,
       CASE WHEN at_risk > 0 THEN 'complete' ELSE 'not_yet' END AS state
FROM bounded
ORDER BY grp, day;
