-- churn --basis usage: of the owners active on one of the `inactive_after` local days before a period's start, how many
-- were active on none of as many before its end (in progress: before the local date of as_of)?
WITH standing AS (
    SELECT f.grp, f.label, f.state,
           EXISTS (FROM active_days a WHERE a.owner = m.owner AND a.day < f.start::DATE
                       AND a.day >= f.start::DATE - getvariable('inactive_after')::INTEGER) AS at_start,
           EXISTS (FROM active_days a WHERE a.owner = m.owner AND a.day < f.last
                       AND a.day >= f.last - getvariable('inactive_after')::INTEGER) AS at_end
    FROM (
        SELECT *, CASE WHEN state = 'complete' THEN until::DATE ELSE local_of(getvariable('as_of'))::DATE END AS last
        FROM frame) AS f
    LEFT JOIN members AS m ON m.grp = f.grp),
counted AS (
    SELECT grp, label, state,
           count(*) FILTER (at_start) AS at_start,
           count(*) FILTER (at_start AND NOT at_end) AS churned
    FROM standing
    GROUP BY grp, label, state)
SELECT grp AS "group", label AS period,
       CASE WHEN state <> 'not_yet' THEN at_start END AS at_start,
       CASE WHEN state <> 'not_yet' THEN churned END AS churned,
       share_value(churned, at_start, state) AS value,
       share_low(churned, at_start, state) AS low,
       share_high(churned, at_start, state) AS high,
       state
FROM counted
ORDER BY grp, label;
