-- The lives of each owner by contract, from the events whose names are in start_names and end_names (JSON lists).
-- end_ms is null while no end is known; an end after as_of is not yet one.

-- When a contract ends by the words of an event: an instant, a local time or a date; never before the event.
CREATE OR REPLACE TEMP MACRO said_instant(said) AS
    CASE WHEN regexp_full_match(said, '\d{4}-\d\d-\d\d') THEN instant_of(TRY_CAST(said AS TIMESTAMP))
         WHEN regexp_full_match(said, '\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?')
             THEN instant_of(date_trunc('millisecond', TRY_CAST(said AS TIMESTAMP)))
         WHEN regexp_full_match(said, '\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)')
             THEN epoch_ms(TRY_CAST(said AS TIMESTAMPTZ)) END;

CREATE OR REPLACE TEMP TABLE signs AS
SELECT owner, seq, time_ms,
       CASE WHEN list_contains(from_json(getvariable('start_names'), '["VARCHAR"]'), name) THEN 'start' ELSE 'end' END AS role,
       json_extract_string(properties, '$.subscription') AS subscription,
       greatest(time_ms, coalesce(said_instant(json_extract_string(properties, '$.ends_at')), time_ms)) AS ends_ms
FROM visible
WHERE list_contains(from_json(getvariable('start_names'), '["VARCHAR"]'), name)
   OR list_contains(from_json(getvariable('end_names'), '["VARCHAR"]'), name);

-- A stretch that ends at the instant it starts has ended, and was never open.
-- The signs of each contract in order; an end that names no subscription is a sign for all contracts of its owner.
CREATE OR REPLACE TEMP TABLE contract_signs AS
SELECT c.owner, c.contract, s.seq, s.time_ms, s.role, s.ends_ms,
       row_number() OVER (PARTITION BY c.owner, c.contract ORDER BY s.time_ms, s.seq) AS step
FROM (SELECT DISTINCT owner, coalesce(subscription, '') AS contract FROM signs WHERE role = 'start') AS c
JOIN signs AS s
  ON s.owner = c.owner
 AND CASE WHEN s.role = 'start' THEN coalesce(s.subscription, '') = c.contract
          ELSE s.subscription IS NULL OR s.subscription = c.contract END;

-- Sign after sign: open since (null: closed), to be closed at (null: no end known), and the stretch just finished.
CREATE OR REPLACE TEMP TABLE contracts AS
WITH RECURSIVE walked AS (
    SELECT DISTINCT owner, contract, 0::BIGINT AS step,
           NULL::BIGINT AS open_ms, NULL::BIGINT AS open_seq, NULL::BIGINT AS close_ms, NULL::BIGINT AS close_seq,
           NULL::BIGINT AS done_from, NULL::BIGINT AS done_from_seq, NULL::BIGINT AS done_until, NULL::BIGINT AS done_seq
    FROM contract_signs
    UNION ALL
    SELECT owner, contract, step,
           CASE WHEN role = 'start' AND NOT is_open THEN time_ms WHEN is_open THEN open_ms END,
           CASE WHEN role = 'start' AND NOT is_open THEN seq WHEN is_open THEN open_seq END,
           CASE WHEN role = 'end' AND is_open THEN ends_ms END, -- a start voids an end to come
           CASE WHEN role = 'end' AND is_open THEN seq END,
           CASE WHEN is_done THEN open_ms END, CASE WHEN is_done THEN open_seq END,
           CASE WHEN is_done THEN close_ms END, CASE WHEN is_done THEN close_seq END
    FROM (
        SELECT s.owner, s.contract, s.step, s.seq, s.time_ms, s.role, s.ends_ms,
               w.open_ms, w.open_seq, w.close_ms, w.close_seq,
               w.open_ms IS NOT NULL AND coalesce(w.close_ms <= s.time_ms, false) AS is_done,
               w.open_ms IS NOT NULL AND coalesce(w.close_ms > s.time_ms, true) AS is_open
        FROM walked AS w
        JOIN contract_signs AS s ON s.owner = w.owner AND s.contract = w.contract AND s.step = w.step + 1)),
last_step AS (
    SELECT owner, contract, max(step) AS step FROM contract_signs GROUP BY owner, contract)
SELECT owner, contract, done_from AS from_ms, done_from_seq AS from_seq, done_until AS until_ms, done_seq AS until_seq
FROM walked
WHERE done_from IS NOT NULL
UNION ALL
SELECT w.owner, w.contract, w.open_ms, w.open_seq, w.close_ms, w.close_seq
FROM walked AS w
JOIN last_step AS l ON l.owner = w.owner AND l.contract = w.contract AND l.step = w.step
WHERE w.open_ms IS NOT NULL;

-- Stretches less than 24 hours apart belong to one life.
CREATE OR REPLACE TEMP TABLE lives AS
WITH reached AS (
    SELECT *, coalesce(until_ms, 9e18::BIGINT) AS end_or_never,
           max(coalesce(until_ms, 9e18::BIGINT)) OVER (
               PARTITION BY owner ORDER BY from_ms, from_seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS so_far
    FROM contracts),
numbered AS (
    SELECT *, sum(CASE WHEN so_far IS NULL OR from_ms - so_far >= 24 * 3600 * 1000 THEN 1 ELSE 0 END) OVER (
        PARTITION BY owner ORDER BY from_ms, from_seq ROWS UNBOUNDED PRECEDING) AS number
    FROM reached),
whole AS (
    SELECT n.owner, n.number, min(n.from_ms) AS start_ms, first(n.from_seq ORDER BY n.from_ms, n.from_seq) AS start_seq,
           nullif(max(n.end_or_never), 9e18::BIGINT) AS end_ms,
           first(n.until_seq ORDER BY n.end_or_never DESC, e.time_ms DESC, e.seq DESC) AS end_seq
    FROM numbered AS n
    LEFT JOIN visible AS e ON e.seq = n.until_seq
    GROUP BY n.owner, n.number)
SELECT owner, number::BIGINT AS number, start_ms, local_of(start_ms) AS start_local, start_seq,
       CASE WHEN end_ms <= getvariable('as_of') THEN end_ms END AS end_ms,
       CASE WHEN end_ms <= getvariable('as_of') THEN local_of(end_ms) END AS end_local,
       CASE WHEN end_ms <= getvariable('as_of') THEN end_seq END AS end_seq
FROM whole;
