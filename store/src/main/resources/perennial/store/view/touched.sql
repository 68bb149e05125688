-- Which rows the touched owners are built from: all that name one of their ids.
CREATE OR REPLACE TEMP TABLE scope_events AS
SELECT * FROM counted_events e
WHERE e.seq <= getvariable('last_seq')
  AND (e.user_id IN (SELECT id FROM touched_user)
    OR e.visitor_id IN (SELECT id FROM touched_visitor)
    OR e.account_id IN (SELECT id FROM touched_account));

CREATE OR REPLACE TEMP TABLE scope_links AS
SELECT * FROM links
WHERE seq <= getvariable('last_seq')
  AND (kind = 'anonymous' AND (from_id IN (SELECT id FROM touched_visitor) OR to_id IN (SELECT id FROM touched_user))
    OR kind <> 'anonymous' AND from_id IN (SELECT id FROM touched_user)
    OR kind = 'account' AND to_id IN (SELECT id FROM touched_account));
