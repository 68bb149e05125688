-- retention: of those who began in a period, how many came back n periods later?
-- Reads entry (first, first-ever, recurring), rule (on, on-or-after, bracket), brackets (JSON [[a, b], …]),
-- column_limit (--periods, null for as far as the data go), most_columns, min_events, own_windows (true for --window 24h)
-- and window_ms (the length of one own window).
WITH starts AS (
    SELECT owner, seq, time_ms, period_start(local_time) AS cohort
    FROM chosen
    WHERE role = 'start'),
very_first AS (
    SELECT owner, first(seq ORDER BY time_ms, seq) AS seq FROM visible GROUP BY owner),
entries AS (
    SELECT owner, seq, time_ms, cohort
    FROM starts
    WHERE getvariable('entry') = 'first'
    QUALIFY row_number() OVER (PARTITION BY owner ORDER BY time_ms, seq) = 1
    UNION ALL
    SELECT s.owner, s.seq, s.time_ms, s.cohort
    FROM starts AS s
    JOIN very_first AS v ON v.seq = s.seq
    WHERE getvariable('entry') = 'first-ever'
    UNION ALL
    SELECT owner, seq, time_ms, cohort
    FROM starts
    WHERE getvariable('entry') = 'recurring'
    QUALIFY row_number() OVER (PARTITION BY owner, cohort ORDER BY time_ms, seq) = 1),
-- The entries of the cohorts in range.
entered AS (
    SELECT e.*, g.grp, p.number AS cohort_number, p.label
    FROM entries AS e
    JOIN periods AS p ON p.start = e.cohort
    JOIN grouped AS g ON g.seq = e.seq),
-- Returns of each entry: how many in each of its own periods. Fewer than min_events do not count, save in period 0.
hits AS (
    SELECT seq, k
    FROM (
        SELECT e.seq,
               CASE WHEN getvariable('own_windows')
                    THEN CASE WHEN c.time_ms >= e.time_ms THEN (c.time_ms - e.time_ms) // getvariable('window_ms') ELSE -1 END
                    ELSE period_number(period_start(c.local_time)) - e.cohort_number END AS k
        FROM entered AS e
        JOIN chosen AS c ON c.role = 'return' AND c.owner = e.owner)
    WHERE k >= 0
    GROUP BY seq, k
    HAVING k = 0 OR count(*) >= getvariable('min_events')),
reach AS (
    SELECT max(CASE WHEN getvariable('own_windows')
                    THEN (getvariable('as_of') - 1 - time_ms) // getvariable('window_ms')
                    ELSE period_number(period_start(local_of(getvariable('as_of') - 1))) - cohort_number END) AS n
    FROM entered),
-- Column n: a return in any period of first .. last; judged when period ripe has ended.
columns AS (
    SELECT n, n AS first, CASE WHEN getvariable('rule') = 'on' THEN n ELSE 1000000 END AS last, n AS ripe
    FROM (
        SELECT unnest(generate_series(0, coalesce(
            getvariable('column_limit')::BIGINT,
            (SELECT least(n, getvariable('most_columns')) FROM reach)))) AS n)
    WHERE getvariable('rule') <> 'bracket'
    UNION ALL
    SELECT b[1], b[1], b[2], b[2]
    FROM (SELECT unnest(from_json(getvariable('brackets'), '[["BIGINT"]]')) AS b)
    WHERE getvariable('rule') = 'bracket' AND b[1] <= coalesce(getvariable('column_limit')::BIGINT, b[1])),
judged AS (
    SELECT e.grp, e.label, c.n,
           CASE WHEN getvariable('own_windows')
                THEN e.time_ms + (c.ripe + 1) * getvariable('window_ms')
                ELSE instant_of(period_plus(e.cohort, c.ripe + 1)) END <= getvariable('as_of') AS is_eligible,
           CASE WHEN getvariable('own_windows')
                THEN e.time_ms + c.first * getvariable('window_ms')
                ELSE instant_of(period_plus(e.cohort, c.first)) END < getvariable('as_of') AS has_begun,
           EXISTS (FROM hits AS h WHERE h.seq = e.seq AND h.k BETWEEN c.first AND c.last) AS has_returned
    FROM entered AS e
    CROSS JOIN columns AS c),
cells AS (
    SELECT grp, label AS cohort, n, count(*) AS size, count(*) FILTER (is_eligible) AS eligible,
           count(*) FILTER (has_returned) AS returned,
           CASE WHEN bool_and(is_eligible) THEN 'complete'
                WHEN NOT bool_or(has_begun) THEN 'not_yet'
                ELSE 'in_progress' END AS state
    FROM judged
    GROUP BY grp, label, n
    UNION ALL
    -- The pooled row: complete cells only.
    SELECT g.grp, 'all', c.n,
           coalesce(sum(x.size), 0)::BIGINT, coalesce(sum(x.eligible), 0)::BIGINT, coalesce(sum(x.returned), 0)::BIGINT,
           CASE WHEN count(x.n) > 0 THEN 'complete' ELSE 'not_yet' END
    FROM (SELECT DISTINCT grp FROM entered UNION SELECT '' WHERE getvariable('by_kind') = '') AS g
    CROSS JOIN columns AS c
    LEFT JOIN (
        SELECT grp, label, n, count(*) AS size, count(*) AS eligible, count(*) FILTER (has_returned) AS returned
        FROM judged
        GROUP BY grp, label, n
        HAVING bool_and(is_eligible)) AS x
      ON x.grp = g.grp AND x.n = c.n
    GROUP BY g.grp, c.n)
SELECT grp AS "group", cohort, n, size, eligible,
       CASE WHEN state <> 'not_yet' THEN returned END AS returned,
       share_value(returned, size, state) AS value,
       share_low(returned, size, state) AS low,
       share_high(returned, size, state) AS high,
       state
FROM cells
ORDER BY grp, cohort, n;
