-- funnel: how many owners came to each step, by the best attempt of each: the most steps, of equal ones the earliest.
-- Reads steps (through selections.sql), step_count, step_names (a JSON list), step_order (ordered, strict, any),
-- within_ms, includes_young, range_from and range_until.
WITH RECURSIVE numbered AS MATERIALIZED (
    SELECT seq, owner, time_ms, row_number() OVER (PARTITION BY owner ORDER BY time_ms, seq) AS place,
           NOT list_contains(from_json(getvariable('passive'), '["VARCHAR"]'), name) AS is_activity
    FROM visible),
steps AS (SELECT unnest(range(1, getvariable('step_count') + 1)) AS step),
did AS MATERIALIZED (
    SELECT n.owner, n.place, n.time_ms, s.step
    FROM chosen AS c
    JOIN steps AS s ON c.role = 'step ' || s.step
    JOIN numbered AS n ON n.seq = c.seq),
attempts AS MATERIALIZED (
    SELECT DISTINCT d.owner, d.place, d.time_ms, d.time_ms + getvariable('within_ms') AS last_ms
    FROM did AS d
    CROSS JOIN bounds AS b
    WHERE (d.step = 1 OR getvariable('step_order') = 'any') AND d.time_ms >= b.from_ms AND d.time_ms < b.until_ms),
-- In order: after each event the next one that is a step, and the next activity.
nexts AS MATERIALIZED (
    SELECT n.owner, n.place, s.step,
           min(d.place) OVER following AS next_place,
           min(CASE WHEN n.is_activity THEN n.place END) OVER following AS next_activity
    FROM numbered AS n
    CROSS JOIN steps AS s
    LEFT JOIN did AS d ON d.owner = n.owner AND d.place = n.place AND d.step = s.step
    WHERE getvariable('step_order') <> 'any'
    WINDOW following AS (
        PARTITION BY n.owner, s.step ORDER BY n.place ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)),
walked AS (
    SELECT owner, place AS start_place, last_ms, place, time_ms, 1::BIGINT AS step
    FROM attempts
    WHERE getvariable('step_order') <> 'any'
    UNION ALL
    SELECT w.owner, w.start_place, w.last_ms, n.place, n.time_ms, w.step + 1
    FROM walked AS w
    JOIN nexts AS x ON x.owner = w.owner AND x.place = w.place AND x.step = w.step + 1
    JOIN numbered AS n ON n.owner = x.owner AND n.place = x.next_place
    WHERE n.time_ms <= w.last_ms
      AND (getvariable('step_order') = 'ordered' OR x.next_place <= coalesce(x.next_activity, x.next_place))),
-- In any order (Hall 1935): r events are r different steps once, for every choice of some steps, at least
-- r - (steps not chosen) events are one of the chosen.
choices AS (SELECT unnest(range(1, 1::BIGINT << getvariable('step_count'))) AS choice),
hits AS MATERIALIZED (
    SELECT d.owner, c.choice, d.place, any_value(d.time_ms) AS time_ms,
           row_number() OVER (PARTITION BY d.owner, c.choice ORDER BY d.place) AS hit
    FROM did AS d
    JOIN choices AS c ON (c.choice >> (d.step - 1)) & 1 = 1
    WHERE getvariable('step_order') = 'any'
    GROUP BY d.owner, c.choice, d.place),
before AS (
    SELECT a.owner, a.place, a.last_ms, c.choice,
           (SELECT count(*) FROM hits AS h WHERE h.owner = a.owner AND h.choice = c.choice AND h.place < a.place) AS hits
    FROM attempts AS a
    CROSS JOIN choices AS c
    WHERE getvariable('step_order') = 'any'),
matched AS (
    SELECT b.owner, b.place AS start_place, s.step, max(h.time_ms) AS time_ms
    FROM before AS b
    CROSS JOIN steps AS s
    LEFT JOIN hits AS h
      ON h.owner = b.owner AND h.choice = b.choice
     AND h.hit = b.hits + s.step - getvariable('step_count') + bit_count(b.choice)
    WHERE s.step - getvariable('step_count') + bit_count(b.choice) > 0
    GROUP BY b.owner, b.place, s.step, b.last_ms
    HAVING bool_and(h.time_ms IS NOT NULL AND h.time_ms <= b.last_ms)),
reached AS (
    SELECT owner, start_place, step, time_ms FROM walked
    UNION ALL
    SELECT owner, start_place, step, time_ms FROM matched),
judged AS (
    SELECT a.owner, a.place, a.time_ms, count(*) AS came,
           NOT getvariable('includes_young') AND a.last_ms >= getvariable('as_of') AS is_apart,
           a.last_ms >= getvariable('as_of') AS is_young
    FROM attempts AS a
    JOIN reached AS r ON r.owner = a.owner AND r.start_place = a.place
    GROUP BY a.owner, a.place, a.time_ms, a.last_ms),
best AS (
    SELECT j.*, g.grp
    FROM (
        SELECT *, bool_or(is_young) OVER (PARTITION BY owner) AS has_young
        FROM judged
        QUALIFY row_number() OVER (PARTITION BY owner ORDER BY is_apart, came DESC, place) = 1) AS j
    JOIN numbered AS n ON n.owner = j.owner AND n.place = j.place
    JOIN grouped AS g ON g.seq = n.seq),
sets AS (
    SELECT grp, is_apart,
           CASE WHEN is_apart OR getvariable('includes_young') AND bool_or(has_young) THEN 'in_progress'
                ELSE 'complete' END AS state
    FROM best
    GROUP BY grp, is_apart),
counted AS (
    SELECT s.grp, s.state, steps.step, count(r.step) AS customers,
           sum(r.time_ms - b.time_ms)::DOUBLE / 1000 / count(r.step) AS mean_seconds,
           median((r.time_ms - b.time_ms) // 1000) AS median_seconds
    FROM sets AS s
    CROSS JOIN steps
    JOIN best AS b ON b.grp = s.grp AND b.is_apart = s.is_apart
    LEFT JOIN reached AS r ON r.owner = b.owner AND r.start_place = b.place AND r.step = steps.step
    GROUP BY s.grp, s.state, steps.step),
compared AS (
    SELECT *, first(customers) OVER through AS entrants, lag(customers) OVER through AS previous
    FROM counted
    WINDOW through AS (PARTITION BY grp, state ORDER BY step))
SELECT grp AS "group", step, from_json(getvariable('step_names'), '["VARCHAR"]')[step] AS event, customers,
       share_value(customers, entrants, state) AS value,
       share_value(customers, previous, state) AS from_previous,
       share_low(customers, entrants, state) AS low,
       share_high(customers, entrants, state) AS high,
       mean_seconds, median_seconds, state
FROM compared
ORDER BY grp, state, step;
