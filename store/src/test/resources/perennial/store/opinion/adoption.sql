-- adoption: of those who were active or used the feature in a period, how many used it, how many for the first time, on
-- how many days, and how long after signing up did these begin?
WITH entered AS (
    SELECT c.owner, first(g.grp ORDER BY c.time_ms, c.seq) AS grp, min(c.time_ms) AS first_ms
    FROM chosen AS c
    JOIN grouped AS g ON g.seq = c.seq
    WHERE c.role IN ('event', 'feature')
    GROUP BY c.owner),
did AS (
    SELECT c.owner, e.grp, c.role, c.time_ms, c.seq, c.local_day, period_number(period_start(c.local_time)) AS number
    FROM chosen AS c
    JOIN entered AS e ON e.owner = c.owner
    WHERE c.role IN ('event', 'feature')),
first_uses AS (
    SELECT owner, grp, min(number) AS number,
           min(time_ms) AS use_ms, first(seq ORDER BY time_ms, seq) AS use_seq
    FROM did
    WHERE role = 'feature'
    GROUP BY owner, grp),
sign_ups AS (
    SELECT v.owner, min(v.time_ms) AS time_ms
    FROM visible AS v
    JOIN first_uses AS f ON f.owner = v.owner
    WHERE list_contains(from_json(getvariable('sign_up_names'), '["VARCHAR"]'), v.name)
      AND (v.time_ms < f.use_ms OR v.time_ms = f.use_ms AND v.seq <= f.use_seq)
    GROUP BY v.owner),
begun AS (
    SELECT f.grp, f.number, count(*) AS first_time,
           median((f.use_ms - coalesce(s.time_ms, e.first_ms)) // 1000) / 86400 AS median_days
    FROM first_uses AS f
    JOIN entered AS e ON e.owner = f.owner
    LEFT JOIN sign_ups AS s ON s.owner = f.owner
    GROUP BY f.grp, f.number),
used AS (
    SELECT grp, number, count(DISTINCT owner) AS active,
           count(DISTINCT owner) FILTER (role = 'feature') AS adopters,
           count(DISTINCT (owner, local_day)) FILTER (role = 'feature') AS days
    FROM did
    GROUP BY grp, number),
counted AS (
    SELECT g.grp, p.label, p.state, coalesce(u.active, 0) AS active, coalesce(u.adopters, 0) AS adopters,
           coalesce(b.first_time, 0) AS first_time, u.days, b.median_days
    FROM (SELECT DISTINCT grp FROM entered UNION SELECT '' WHERE getvariable('by_kind') = '') AS g
    CROSS JOIN periods AS p
    LEFT JOIN used AS u ON u.grp = g.grp AND u.number = p.number
    LEFT JOIN begun AS b ON b.grp = g.grp AND b.number = p.number)
SELECT grp AS "group", label AS period,
       CASE WHEN state <> 'not_yet' THEN active END AS active,
       CASE WHEN state <> 'not_yet' THEN adopters END AS adopters,
       CASE WHEN state <> 'not_yet' THEN first_time END AS first_time,
       share_value(adopters, active, state) AS value,
       share_low(adopters, active, state) AS low,
       share_high(adopters, active, state) AS high,
       CASE WHEN adopters > 0 THEN days::DOUBLE / adopters END AS depth,
       median_days,
       state
FROM counted
ORDER BY grp, label;
