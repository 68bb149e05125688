-- The ids named by what arrived since the last layer was made.
CREATE OR REPLACE TEMP TABLE new_events AS
SELECT seq, visitor_id, user_id, account_id, time_ms, name FROM counted_events
WHERE seq > getvariable('after_seq') AND seq <= getvariable('last_seq');
CREATE OR REPLACE TEMP VIEW new_links AS
SELECT * FROM links
WHERE seq > getvariable('after_seq') AND seq <= getvariable('last_seq');

CREATE OR REPLACE TEMP TABLE touched_user AS
SELECT DISTINCT id FROM (
    SELECT user_id AS id FROM new_events
    UNION ALL SELECT from_id FROM new_links WHERE kind IN ('alias', 'account')
    UNION ALL SELECT to_id FROM new_links WHERE kind IN ('alias', 'anonymous')
) WHERE id IS NOT NULL;

CREATE OR REPLACE TEMP TABLE touched_visitor AS
SELECT DISTINCT id FROM (
    SELECT visitor_id AS id FROM new_events
    UNION ALL SELECT from_id FROM new_links WHERE kind = 'anonymous'
) WHERE id IS NOT NULL;

CREATE OR REPLACE TEMP TABLE touched_account AS
SELECT DISTINCT id FROM (
    SELECT account_id AS id FROM new_events
    UNION ALL SELECT to_id FROM new_links WHERE kind = 'account'
) WHERE id IS NOT NULL;

CREATE OR REPLACE TEMP VIEW met AS
SELECT from_id AS visitor_id, to_id AS user_id FROM links WHERE kind = 'anonymous'
UNION ALL
SELECT visitor_id, user_id FROM events WHERE visitor_id IS NOT NULL AND user_id IS NOT NULL;

CREATE OR REPLACE TEMP VIEW belongs AS
SELECT from_id AS user_id, to_id AS account_id FROM links WHERE kind = 'account'
UNION ALL
SELECT user_id, account_id FROM events WHERE user_id IS NOT NULL AND account_id IS NOT NULL
UNION ALL
SELECT m.user_id, e.account_id FROM events e JOIN met m ON e.visitor_id = m.visitor_id
WHERE e.user_id IS NULL AND e.account_id IS NOT NULL;
