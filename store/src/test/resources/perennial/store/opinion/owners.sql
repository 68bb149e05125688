-- Whose event is it? Resolves visitors, aliases and accounts, for the unit in the variable unit.
-- Reads as_of and known_at too: events at or after as_of, or received after known_at, are not visible.
-- Links hold whenever they were made: an identity is resolved from all of them.

CREATE OR REPLACE TEMP TABLE aliases AS
SELECT row_number() OVER (ORDER BY time_ms, seq) AS step, from_id, to_id
FROM links
WHERE kind = 'alias';

-- One alias after the other: everybody represented as `from` is represented as `to` from then on.
CREATE OR REPLACE TEMP TABLE representatives AS
WITH RECURSIVE joined(step, id, representative) AS (
    SELECT 0::BIGINT, id, id
    FROM (SELECT from_id AS id FROM aliases UNION SELECT to_id FROM aliases)
    UNION ALL
    SELECT step, id, CASE WHEN representative = of_from THEN of_to ELSE representative END
    FROM (
        SELECT a.step, j.id, j.representative,
               max(CASE WHEN j.id = a.from_id THEN j.representative END) OVER () AS of_from,
               max(CASE WHEN j.id = a.to_id THEN j.representative END) OVER () AS of_to
        FROM joined AS j
        JOIN aliases AS a ON a.step = j.step + 1)
)
SELECT id, representative
FROM joined
WHERE step = (SELECT count(*) FROM aliases);

-- The first user a visitor was linked to, by a link or by an event that carries both ids.
CREATE OR REPLACE TEMP TABLE visitor_users AS
SELECT visitor_id, first(user_id ORDER BY time_ms, seq) AS user_id
FROM (
    SELECT from_id AS visitor_id, to_id AS user_id, time_ms, seq FROM links WHERE kind = 'anonymous'
    UNION ALL
    SELECT visitor_id, user_id, time_ms, seq FROM events WHERE visitor_id IS NOT NULL AND user_id IS NOT NULL)
GROUP BY visitor_id;

-- Which account a person belongs to, from when on; an event that names an account links its person to it.
CREATE OR REPLACE TEMP TABLE account_links AS
SELECT coalesce(r.representative, l.user_id) AS person, l.account_id, l.time_ms, l.seq
FROM (
    SELECT from_id AS user_id, to_id AS account_id, time_ms, seq FROM links WHERE kind = 'account'
    UNION ALL
    SELECT coalesce(e.user_id, v.user_id), e.account_id, e.time_ms, e.seq
    FROM events AS e
    LEFT JOIN visitor_users AS v ON v.visitor_id = e.visitor_id
    WHERE e.account_id IS NOT NULL) AS l
LEFT JOIN representatives AS r ON r.id = l.user_id
WHERE l.user_id IS NOT NULL;

-- Visible events with the person behind each: the user, or whom the visitor turned out to be.
CREATE OR REPLACE TEMP TABLE persons AS
SELECT e.seq, e.time_ms, e.visitor_id, e.account_id, coalesce(r.representative, e.user_id, v.user_id) AS person
FROM events AS e
LEFT JOIN visitor_users AS v ON v.visitor_id = e.visitor_id
LEFT JOIN representatives AS r ON r.id = coalesce(e.user_id, v.user_id)
WHERE e.time_ms < getvariable('as_of')
  AND (getvariable('known_at') IS NULL OR e.received_ms <= getvariable('known_at'));

-- The account by the latest link at or before, else by the earliest.
CREATE OR REPLACE TEMP TABLE accounts AS
SELECT p.seq,
       coalesce(
           max_by(a.account_id, (a.time_ms, a.seq)) FILTER (a.time_ms <= p.time_ms),
           min_by(a.account_id, (a.time_ms, a.seq))) AS account_id
FROM persons AS p
JOIN account_links AS a ON a.person = p.person
GROUP BY p.seq;

CREATE OR REPLACE TEMP TABLE owners AS
SELECT p.seq,
       CASE getvariable('unit')
           WHEN 'visitor' THEN coalesce('user ' || p.person, 'visitor ' || p.visitor_id)
           WHEN 'user' THEN 'user ' || p.person
           WHEN 'customer' THEN
               coalesce('account ' || p.account_id, 'account ' || a.account_id, 'user ' || p.person)
       END AS owner
FROM persons AS p
LEFT JOIN accounts AS a ON a.seq = p.seq;

-- The visible events of the unit, with their local time and date.
CREATE OR REPLACE TEMP TABLE visible AS
SELECT o.owner, e.seq, e.time_ms, local_of(e.time_ms) AS local_time, local_of(e.time_ms)::DATE AS local_day,
       e.name, e.value, e.currency, e.properties
FROM events AS e
JOIN owners AS o ON o.seq = e.seq
WHERE o.owner IS NOT NULL;
