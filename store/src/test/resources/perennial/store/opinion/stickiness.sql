-- stickiness: how many are active on a whole day of a period on average, for each one active on any of them?
WITH days AS (
    SELECT f.grp, f.label, f.state,
           greatest(0, least(f.until::DATE, local_of(getvariable('as_of'))::DATE) - f.start::DATE) AS whole_days,
           a.owner
    FROM frame AS f
    LEFT JOIN (SELECT m.grp, d.owner, d.day FROM active_days AS d JOIN members AS m ON m.owner = d.owner) AS a
      ON a.grp = f.grp AND a.day >= f.start::DATE AND a.day < f.until::DATE
     AND a.day < local_of(getvariable('as_of'))::DATE),
counted AS (
    SELECT grp, label, state, whole_days, count(owner) AS person_days, count(DISTINCT owner) AS people
    FROM days
    GROUP BY grp, label, state, whole_days)
SELECT grp AS "group", label AS period,
       CASE WHEN whole_days > 0 THEN person_days::DOUBLE / whole_days END AS dau,
       CASE WHEN whole_days > 0 THEN people END AS mau,
       CASE WHEN whole_days > 0 AND people > 0 THEN person_days::DOUBLE / (whole_days * people) END AS value,
       state
FROM counted
ORDER BY grp, label;
