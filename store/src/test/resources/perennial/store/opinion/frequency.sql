-- frequency: how many were active in exactly k periods of the range, with at least min_events events in each?
WITH often AS (
    SELECT m.grp, h.owner, count(*) AS times
    FROM (
        SELECT c.owner, p.number
        FROM chosen AS c
        JOIN periods AS p ON p.start = period_start(c.local_time)
        WHERE c.role = 'event'
        GROUP BY c.owner, p.number
        HAVING count(*) >= getvariable('min_events')) AS h
    JOIN members AS m ON m.owner = h.owner
    GROUP BY m.grp, h.owner),
-- The range is one: over, begun or not.
ranges AS (SELECT grp, count(*) AS length, state_of(min(start_ms), max(end_ms)) AS state FROM frame GROUP BY grp),
counted AS (
    SELECT r.grp, r.state, k.times, count(o.owner) AS customers
    FROM ranges AS r
    CROSS JOIN LATERAL (SELECT unnest(generate_series(1, r.length)) AS times) AS k
    LEFT JOIN often AS o ON o.grp = r.grp AND o.times = k.times
    GROUP BY r.grp, r.state, k.times)
SELECT grp AS "group", times AS periods,
       CASE WHEN state <> 'not_yet' THEN customers END AS customers,
       share_value(customers, sum(customers) OVER (PARTITION BY grp), state) AS value,
       state
FROM counted
ORDER BY grp, times;
