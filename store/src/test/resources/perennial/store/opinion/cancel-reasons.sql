-- cancel-reasons: why did lives by contract end in each period, and how many of those with each reason were followed by a
-- new life within `within` days?
WITH ended AS (
    SELECT g.grp, p.label, p.until, coalesce(json_extract_string(v.properties, '$.reason'), '-') AS reason,
           d.deadline <= getvariable('as_of') AS is_mature,
           EXISTS (FROM lives AS n WHERE n.owner = l.owner AND n.number = l.number + 1
                       AND n.start_ms < d.deadline) AS is_back
    FROM lives AS l
    JOIN visible AS v ON v.seq = l.end_seq
    JOIN grouped AS g ON g.seq = l.end_seq
    JOIN periods AS p ON p.start = period_start(l.end_local)
    CROSS JOIN LATERAL (SELECT instant_of(l.end_local + to_days(getvariable('within')::INTEGER)) AS deadline) AS d
    WHERE l.end_ms IS NOT NULL),
counted AS (
    SELECT grp, label, reason, count(*) AS ended, sum(count(*)) OVER (PARTITION BY grp, label) AS of_all,
           count(*) FILTER (is_mature) AS mature, count(*) FILTER (is_mature AND is_back) AS won_back,
           CASE WHEN instant_of(until + to_days(getvariable('within')::INTEGER)) <= getvariable('as_of') THEN 'complete'
                WHEN count(*) FILTER (is_mature) = 0 THEN 'not_yet'
                ELSE 'in_progress' END AS state
    FROM ended
    GROUP BY grp, label, until, reason)
SELECT grp AS "group", label AS period, reason, ended, ended::DOUBLE / of_all AS share, mature,
       CASE WHEN state <> 'not_yet' THEN won_back END AS won_back,
       share_value(won_back, mature, state) AS value,
       share_low(won_back, mature, state) AS low,
       share_high(won_back, mature, state) AS high,
       state
FROM counted
ORDER BY grp, label, ended DESC, reason = '-', reason;
