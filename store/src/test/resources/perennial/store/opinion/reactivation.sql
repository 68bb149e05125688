-- reactivation: of the owners inactive at a period's start (active before, but on none of the `inactive_after` local
-- days before it), how many were active in the period?
WITH standing AS (
    SELECT f.grp, f.label, f.state, m.owner,
           EXISTS (FROM active_days a WHERE a.owner = m.owner AND a.day < f.start::DATE)
           AND NOT EXISTS (FROM active_days a WHERE a.owner = m.owner AND a.day < f.start::DATE
                               AND a.day >= f.start::DATE - getvariable('inactive_after')::INTEGER) AS is_inactive,
           EXISTS (FROM active_periods a WHERE a.owner = m.owner AND a.number = f.number) AS now
    FROM frame AS f
    LEFT JOIN members AS m ON m.grp = f.grp),
counted AS (
    SELECT grp, label, state,
           count(*) FILTER (is_inactive) AS inactive,
           count(*) FILTER (is_inactive AND now) AS reactivated
    FROM standing
    GROUP BY grp, label, state)
SELECT grp AS "group", label AS period,
       CASE WHEN state <> 'not_yet' THEN inactive END AS inactive,
       CASE WHEN state <> 'not_yet' THEN reactivated END AS reactivated,
       share_value(reactivated, inactive, state) AS value,
       share_low(reactivated, inactive, state) AS low,
       share_high(reactivated, inactive, state) AS high,
       state
FROM counted
ORDER BY grp, label;
