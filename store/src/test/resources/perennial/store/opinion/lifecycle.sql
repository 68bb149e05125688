-- lifecycle: who is new, returning, reactivated or dormant in each period.
WITH standing AS (
    SELECT f.grp, f.label, f.state, m.owner,
           m.first_number = f.number AS is_first,
           EXISTS (FROM active_periods a WHERE a.owner = m.owner AND a.number = f.number) AS now,
           EXISTS (FROM active_periods a WHERE a.owner = m.owner AND a.number = f.number - 1) AS before
    FROM frame AS f
    LEFT JOIN members AS m ON m.grp = f.grp)
SELECT grp AS "group", label AS period,
       CASE WHEN state <> 'not_yet' THEN count(*) FILTER (now AND is_first) END AS new,
       CASE WHEN state <> 'not_yet' THEN count(*) FILTER (now AND NOT is_first AND before) END AS returning,
       CASE WHEN state <> 'not_yet' THEN count(*) FILTER (now AND NOT is_first AND NOT before) END AS reactivated,
       CASE WHEN state <> 'not_yet' THEN count(*) FILTER (before AND NOT now) END AS dormant,
       CASE WHEN state <> 'not_yet' THEN count(*) FILTER (now) END AS active,
       state
FROM standing
GROUP BY grp, label, state
ORDER BY grp, label;
