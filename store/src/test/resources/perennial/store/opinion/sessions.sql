-- sessions: how many sessions began in each period, of how many owners, how long they were, and how many were a glance.
SELECT f.grp AS "group", f.label AS period,
       CASE WHEN f.state <> 'not_yet' THEN count(s.owner) END AS sessions,
       CASE WHEN f.state <> 'not_yet' THEN count(DISTINCT s.owner) END AS customers,
       count(s.owner)::DOUBLE / nullif(count(DISTINCT s.owner), 0) AS per_customer,
       avg(s.events)::DOUBLE AS actions_per_session,
       avg(s.millis)::DOUBLE / 1000 AS mean_seconds,
       median(s.millis // 1000)::DOUBLE AS median_seconds,
       CASE WHEN f.state <> 'not_yet' THEN count(s.owner) FILTER (s.millis < 10000 AND s.keys = 0 AND s.views < 2) END
           AS bounces,
       count(s.owner) FILTER (s.millis < 10000 AND s.keys = 0 AND s.views < 2)::DOUBLE / nullif(count(s.owner), 0)
           AS bounce_rate,
       count(s.owner) FILTER (s.events = 1)::DOUBLE / nullif(count(s.owner), 0) AS single_event_rate,
       f.state
FROM session_frame AS f
LEFT JOIN owner_sessions AS s ON s.grp = f.grp AND s.number = f.number
GROUP BY f.grp, f.label, f.state
ORDER BY f.grp, f.label;
