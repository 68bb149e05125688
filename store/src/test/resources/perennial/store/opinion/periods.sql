-- The periods asked: all that overlap [range_from, range_until), in milliseconds. Without range_from the local day of
-- the unit's first visible event begins the range; without range_until, as_of ends it.
CREATE OR REPLACE TEMP TABLE bounds AS
SELECT coalesce(getvariable('range_from')::BIGINT, (SELECT instant_of(local_of(min(time_ms))::DATE) FROM visible)) AS from_ms,
       coalesce(getvariable('range_until')::BIGINT, getvariable('as_of')::BIGINT) AS until_ms;

CREATE OR REPLACE TEMP TABLE periods AS
WITH ends AS (
    SELECT period_start(local_of(from_ms)) AS first, period_start(local_of(until_ms)) AS last, until_ms
    FROM bounds
    WHERE from_ms < until_ms),
starts AS (
    SELECT period_plus(first, i) AS start, period_plus(first, i + 1) AS until, until_ms
    FROM (
        SELECT first, until_ms, unnest(generate_series(0, period_number(last) - period_number(first))) AS i
        FROM ends)),
timed AS (
    SELECT start, until, until_ms, instant_of(start) AS start_ms, instant_of(until) AS end_ms
    FROM starts)
SELECT start, until, period_number(start) AS number, period_label(start) AS label, start_ms, end_ms,
       state_of(start_ms, end_ms) AS state
FROM timed
WHERE start_ms < until_ms;

-- Who did the event asked for in which period and on which day, and each one's group by the first such event ever.
CREATE OR REPLACE TEMP TABLE active_days AS
SELECT DISTINCT owner, local_day AS day FROM chosen WHERE role = 'event';

CREATE OR REPLACE TEMP TABLE active_periods AS
SELECT DISTINCT owner, period_number(period_start(local_time)) AS number FROM chosen WHERE role = 'event';

CREATE OR REPLACE TEMP TABLE members AS
SELECT c.owner, first(g.grp ORDER BY c.time_ms, c.seq) AS grp,
       first(period_number(period_start(c.local_time)) ORDER BY c.time_ms, c.seq) AS first_number
FROM chosen AS c
JOIN grouped AS g ON g.seq = c.seq
WHERE c.role = 'event'
GROUP BY c.owner;

-- Every group with every period: a group without --by is ''.
CREATE OR REPLACE TEMP TABLE frame AS
SELECT g.grp, p.*
FROM (SELECT DISTINCT grp FROM members UNION SELECT '' WHERE getvariable('by_kind') = '') AS g
CROSS JOIN periods AS p;
