-- The customers that are answered for beside the base: accounts of touched users, and touched users themselves. The
-- other users of those accounts are needed to know their events, but are not touched as customers of their own.
INSERT INTO touched_account
SELECT DISTINCT b.account_id FROM belongs b SEMI JOIN touched_user u ON u.id = b.user_id
ANTI JOIN touched_account a ON a.id = b.account_id;

CREATE OR REPLACE TEMP TABLE touched_owner AS
SELECT 0 AS kind, id FROM touched_account UNION ALL SELECT 1, id FROM touched_user;

INSERT INTO touched_user
SELECT DISTINCT b.user_id FROM belongs b SEMI JOIN touched_account a ON a.id = b.account_id
ANTI JOIN touched_user u ON u.id = b.user_id;
