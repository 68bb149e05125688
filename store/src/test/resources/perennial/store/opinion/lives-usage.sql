-- The lives of each owner by usage: more than `inactive_after` days between two active dates part them; a life ends at
-- the start of the local date `inactive_after` + 1 days after its last active date.
CREATE OR REPLACE TEMP TABLE lives AS
WITH breaks AS (
    SELECT owner, day,
           CASE WHEN lag(day) OVER days IS NULL OR day - lag(day) OVER days > getvariable('inactive_after')
                THEN 1 ELSE 0 END AS is_break
    FROM active_days
    WINDOW days AS (PARTITION BY owner ORDER BY day)),
numbered AS (
    SELECT owner, day, sum(is_break) OVER (PARTITION BY owner ORDER BY day) AS number
    FROM breaks),
whole AS (
    SELECT n.owner, n.number, max(n.day) AS last_day, min(n.day) AS first_day
    FROM numbered AS n
    GROUP BY n.owner, n.number),
dated AS (
    SELECT w.owner, w.number,
           -- By local date: where the clock goes back over midnight, an instant may lie on the day before.
           first(c.time_ms ORDER BY c.local_day, c.time_ms, c.seq) AS start_ms,
           first(c.local_time ORDER BY c.local_day, c.time_ms, c.seq) AS start_local,
           first(c.seq ORDER BY c.local_day, c.time_ms, c.seq) AS start_seq,
           (w.last_day + getvariable('inactive_after')::INTEGER + 1)::TIMESTAMP AS end_local,
           last(c.seq ORDER BY c.time_ms, c.seq) AS end_seq
    FROM whole AS w
    JOIN chosen AS c ON c.role = 'event' AND c.owner = w.owner AND c.local_day BETWEEN w.first_day AND w.last_day
    GROUP BY w.owner, w.number, w.last_day)
SELECT owner, number::BIGINT AS number, start_ms, start_local, start_seq,
       CASE WHEN instant_of(end_local) <= getvariable('as_of') THEN instant_of(end_local) END AS end_ms,
       CASE WHEN instant_of(end_local) <= getvariable('as_of') THEN end_local END AS end_local,
       CASE WHEN instant_of(end_local) <= getvariable('as_of') THEN end_seq END AS end_seq
FROM dated;
