-- The events with their customer: the account given, else the one the user belonged to then, else its first, else the
-- user. Visitors that never became a user are no customers.
CREATE OR REPLACE TEMP VIEW known_events AS
SELECT coalesce(a.root, e.user_id, l.user_id) AS user_id, e.account_id, e.time_ms, e.name, e.seq
FROM scope_events e
LEFT JOIN first_user l ON e.visitor_id = l.visitor_id
LEFT JOIN alias a ON a.id = coalesce(e.user_id, l.user_id);

CREATE OR REPLACE TEMP TABLE joining AS
SELECT coalesce(a.root, l.from_id) AS user_id, l.to_id AS account_id, l.time_ms, l.seq
FROM scope_links l LEFT JOIN alias a ON a.id = l.from_id
WHERE l.kind = 'account'
UNION ALL
SELECT user_id, account_id, time_ms, seq FROM known_events WHERE user_id IS NOT NULL AND account_id IS NOT NULL;

CREATE OR REPLACE TEMP TABLE membership AS
SELECT user_id, time_ms, arg_max(account_id, seq) AS account_id FROM joining GROUP BY user_id, time_ms;

-- Of joinings at the same time the last to arrive holds from then on, but the first is the earliest.
CREATE OR REPLACE TEMP TABLE first_account AS
SELECT user_id, arg_min(account_id, (time_ms, seq)) AS account_id FROM joining GROUP BY user_id;

CREATE OR REPLACE TEMP VIEW owned_events AS
SELECT
    CASE WHEN coalesce(e.account_id, m.account_id, f.account_id) IS NULL THEN 1 ELSE 0 END AS kind,
    coalesce(e.account_id, m.account_id, f.account_id, e.user_id) AS id,
    e.time_ms, e.name, e.seq
FROM known_events e
ASOF LEFT JOIN membership m ON e.user_id = m.user_id AND e.time_ms >= m.time_ms
LEFT JOIN first_account f ON e.user_id = f.user_id
WHERE coalesce(e.account_id, e.user_id) IS NOT NULL;
