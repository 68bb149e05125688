-- paths: in how many sessions, of how many owners, did which event follow which, move by move from the first event chosen
-- as 'from-event' of each session, or back from the last one chosen as 'to-event'? Reads move_count and most.
WITH anchors AS (
    SELECT e.owner, e.session, c.role = 'to-event' AS is_back,
           CASE WHEN c.role = 'to-event' THEN max(e.place) ELSE min(e.place) END AS place
    FROM session_events AS e
    JOIN chosen AS c ON c.seq = e.seq AND c.role IN ('from-event', 'to-event')
    JOIN owner_sessions AS s ON s.owner = e.owner AND s.session = e.session
    JOIN visible AS v ON v.seq = s.start_seq
    JOIN bounds AS b ON v.time_ms >= b.from_ms AND v.time_ms < b.until_ms
    GROUP BY e.owner, e.session, c.role),
followed AS (
    SELECT a.owner, a.session, a.is_back, e.name, abs(e.place - a.place) AS distance,
           first(g.grp) OVER away AS grp,
           lag(e.name) OVER away AS nearer
    FROM anchors AS a
    JOIN session_events AS e
      ON e.owner = a.owner AND e.session = a.session AND (e.place = a.place OR (e.place < a.place) = a.is_back)
    JOIN grouped AS g ON g.seq = e.seq
    WINDOW away AS (PARTITION BY a.owner, a.session ORDER BY abs(e.place - a.place))),
moves AS (
    SELECT owner, grp, is_back, name AS near, lead(name) OVER away AS far, row_number() OVER away AS step
    FROM followed
    WHERE name IS DISTINCT FROM nearer
    WINDOW away AS (PARTITION BY owner, session ORDER BY distance)),
counted AS (
    SELECT grp, step, CASE WHEN is_back THEN far ELSE near END AS event, CASE WHEN is_back THEN near ELSE far END AS next,
           count(DISTINCT owner) AS customers, count(*) AS sessions
    FROM moves
    WHERE step <= getvariable('move_count')
    GROUP BY ALL)
SELECT c.grp AS "group", c.step, c.event, c.next, c.customers, c.sessions, state_of(b.from_ms, b.until_ms) AS state
FROM counted AS c
CROSS JOIN bounds AS b
QUALIFY row_number() OVER (
    PARTITION BY c.grp, c.step ORDER BY c.sessions DESC, c.event NULLS LAST, c.next NULLS LAST) <= getvariable('most')
ORDER BY c.grp, c.step, c.sessions DESC, c.event NULLS LAST, c.next NULLS LAST;
