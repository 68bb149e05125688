-- acquisition: how many were active for the first time ever in each period, and how many had been active by its end?
WITH firsts AS (
    SELECT m.grp, m.owner, min(a.number) AS number
    FROM members AS m
    JOIN active_periods AS a ON a.owner = m.owner
    GROUP BY m.grp, m.owner),
counted AS (
    SELECT f.grp, f.label, f.state,
           count(c.owner) FILTER (c.number = f.number) AS fresh,
           count(c.owner) AS total,
           (SELECT count(*) FROM active_periods AS a JOIN members AS m ON m.owner = a.owner
            WHERE m.grp = f.grp AND a.number = f.number) AS active
    FROM frame AS f
    LEFT JOIN firsts AS c ON c.grp = f.grp AND c.number <= f.number
    WHERE f.start_ms < f.end_ms -- no hour that the clock skips
    GROUP BY f.grp, f.label, f.state, f.number)
SELECT grp AS "group", label AS period,
       CASE WHEN state <> 'not_yet' THEN fresh END AS new,
       CASE WHEN state <> 'not_yet' THEN total END AS total,
       CASE WHEN state <> 'not_yet' AND total > fresh THEN fresh::DOUBLE / (total - fresh) END AS growth,
       share_value(fresh, active, state) AS share_new,
       state
FROM counted
ORDER BY grp, label;
