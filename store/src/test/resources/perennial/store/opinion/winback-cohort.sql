-- winback --reading cohort: of the lives that ended in a period at least `within` local days before as_of, how many
-- were followed by a new life of the same owner within `within` days of the end?
WITH ended AS (
    SELECT g.grp, period_number(period_start(l.end_local)) AS number, d.deadline <= getvariable('as_of') AS is_mature,
           EXISTS (FROM lives AS n WHERE n.owner = l.owner AND n.number > l.number
                       AND n.start_ms >= l.end_ms AND n.start_ms < d.deadline) AS is_back
    FROM lives AS l
    JOIN grouped AS g ON g.seq = l.end_seq
    CROSS JOIN LATERAL (SELECT instant_of(l.end_local + to_days(getvariable('within')::INTEGER)) AS deadline) AS d
    WHERE l.end_ms IS NOT NULL),
counted AS (
    SELECT f.grp, f.label, f.until, f.state AS period_state,
           count(e.number) AS ended,
           count(e.number) FILTER (e.is_mature) AS mature,
           count(e.number) FILTER (e.is_mature AND e.is_back) AS won_back
    FROM life_frame AS f
    LEFT JOIN ended AS e ON e.grp = f.grp AND e.number = f.number
    GROUP BY f.grp, f.label, f.until, f.state),
judged AS (
    SELECT *, CASE WHEN instant_of(until + to_days(getvariable('within')::INTEGER)) <= getvariable('as_of') THEN 'complete'
                   WHEN mature = 0 THEN 'not_yet'
                   ELSE 'in_progress' END AS state
    FROM counted)
SELECT grp AS "group", label AS period,
       CASE WHEN period_state <> 'not_yet' THEN ended END AS ended,
       CASE WHEN period_state <> 'not_yet' THEN mature END AS mature,
       CASE WHEN state <> 'not_yet' THEN won_back END AS won_back,
       share_value(won_back, mature, state) AS value,
       share_low(won_back, mature, state) AS low,
       share_high(won_back, mature, state) AS high,
       state
FROM judged
ORDER BY grp, label;
