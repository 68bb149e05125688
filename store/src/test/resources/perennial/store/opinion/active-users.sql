-- active-users: how many owners did the event in each period; with rolling, on the last `rolling` local days up to the
-- period's last day (in a period in progress: up to the last whole local day before as_of).
SELECT f.grp AS "group", f.label AS period,
       CASE WHEN f.state <> 'not_yet' THEN count(DISTINCT a.owner) END AS customers,
       f.state
FROM frame AS f
LEFT JOIN (
    SELECT m.grp, d.owner, d.day, p.number
    FROM chosen AS c
    JOIN members AS m ON m.owner = c.owner
    CROSS JOIN LATERAL (SELECT c.owner, c.local_day AS day) AS d
    CROSS JOIN LATERAL (SELECT period_number(period_start(c.local_time)) AS number) AS p
    WHERE c.role = 'event') AS a
  ON a.grp = f.grp
 AND CASE WHEN getvariable('rolling') IS NULL THEN a.number = f.number
          ELSE a.day <= CASE WHEN f.state = 'complete' THEN (f.until - INTERVAL 1 MICROSECOND)::DATE
                             ELSE local_of(getvariable('as_of'))::DATE - 1 END
           AND a.day > CASE WHEN f.state = 'complete' THEN (f.until - INTERVAL 1 MICROSECOND)::DATE
                            ELSE local_of(getvariable('as_of'))::DATE - 1 END - getvariable('rolling')::INTEGER
     END
GROUP BY f.grp, f.label, f.state
ORDER BY f.grp, f.label;
