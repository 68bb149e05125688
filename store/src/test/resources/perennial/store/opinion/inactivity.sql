-- inactivity: how long are the silences that end? Quantiles of the gaps between consecutive active dates, and the
-- suggested window: the least d at which the Kaplan-Meier chance to come back within a year is under 5 %.
WITH gaps AS (
    SELECT m.grp, d.day - lag(d.day) OVER (PARTITION BY d.owner ORDER BY d.day) AS days
    FROM active_days AS d
    JOIN members AS m ON m.owner = d.owner
    QUALIFY days IS NOT NULL),
silences AS (
    SELECT m.grp, (local_of(getvariable('as_of'))::DATE - 1) - max(d.day) AS days
    FROM active_days AS d
    JOIN members AS m ON m.owner = d.owner
    GROUP BY m.grp, d.owner),
groups AS (SELECT DISTINCT grp FROM members UNION SELECT '' WHERE getvariable('by_kind') = ''),
-- The least gap g with at least the share q of all gaps no longer than g; in whole percents, so that it is exact.
quantiles AS (
    SELECT g.grp, q.percent,
           (SELECT min(x.days) FROM gaps AS x
            WHERE x.grp = g.grp
              AND 100 * (SELECT count(*) FROM gaps AS y WHERE y.grp = g.grp AND y.days <= x.days)
                  >= q.percent * (SELECT count(*) FROM gaps AS y WHERE y.grp = g.grp)) AS days
    FROM groups AS g
    CROSS JOIN (VALUES (50), (75), (90), (95), (99)) AS q(percent)),
-- At each gap length: how many gaps ended then, of how many silences that had lasted so long.
steps AS (
    SELECT e.grp, e.days, e.ended,
           (SELECT count(*) FROM gaps AS x WHERE x.grp = e.grp AND x.days >= e.days)
           + (SELECT count(*) FROM silences AS x WHERE x.grp = e.grp AND x.days >= e.days) AS at_risk
    FROM (SELECT grp, days, count(*) AS ended FROM gaps GROUP BY grp, days) AS e),
longest AS (
    SELECT g.grp,
           greatest((SELECT coalesce(max(days), 0) FROM gaps AS x WHERE x.grp = g.grp),
                    (SELECT coalesce(max(days), 0) FROM silences AS x WHERE x.grp = g.grp)) AS days
    FROM groups AS g
    WHERE EXISTS (FROM members AS m WHERE m.grp = g.grp)),
-- The chance to be still silent after d + 365 days of those silent for d: the product of the steps between.
chances AS (
    SELECT l.grp, c.d, l.days AS longest,
           -- Nobody silent for d days was left to watch once all have come back: no chance can be told.
           NOT EXISTS (FROM steps AS s WHERE s.grp = l.grp AND s.days <= c.d AND s.ended = s.at_risk) AS is_known,
           (SELECT coalesce(product(1 - s.ended::DOUBLE / s.at_risk), 1)
            FROM steps AS s WHERE s.grp = l.grp AND s.days > c.d AND s.days <= c.d + 365) AS still_silent
    FROM longest AS l
    CROSS JOIN LATERAL (SELECT unnest(generate_series(1, l.days)) AS d) AS c),
suggested AS (
    -- The small margin decides exact ties at 5 % as such, whatever the rounding.
    SELECT grp, min(d) AS days, any_value(longest) AS longest
    FROM chances
    WHERE is_known AND 1 - still_silent < 0.05 - 1e-12
    GROUP BY grp)
SELECT grp AS "group", quantile, days, state
FROM (
    SELECT grp, percent, (percent / 100.0)::DOUBLE::VARCHAR AS quantile, days::DOUBLE AS days,
           CASE WHEN days IS NULL THEN 'not_yet' ELSE 'complete' END AS state
    FROM quantiles
    UNION ALL
    SELECT g.grp, 100, 'suggested', s.days::DOUBLE,
           CASE WHEN s.days IS NULL THEN 'not_yet'
                WHEN s.longest >= s.days + 365 THEN 'complete'
                ELSE 'in_progress' END
    FROM groups AS g
    LEFT JOIN suggested AS s ON s.grp = g.grp)
ORDER BY grp, percent;
