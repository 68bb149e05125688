-- One step further along the links: who was ever linked to a touched id is touched too.
INSERT INTO touched_visitor
SELECT DISTINCT m.visitor_id FROM met m SEMI JOIN touched_user u ON u.id = m.user_id
ANTI JOIN touched_visitor v ON v.id = m.visitor_id;

INSERT INTO touched_user
SELECT DISTINCT m.user_id FROM met m SEMI JOIN touched_visitor v ON v.id = m.visitor_id
ANTI JOIN touched_user u ON u.id = m.user_id;

INSERT INTO touched_user
SELECT DISTINCT l.id FROM (
    SELECT from_id AS id, to_id AS other FROM links WHERE kind = 'alias'
    UNION ALL SELECT to_id, from_id FROM links WHERE kind = 'alias'
) l
SEMI JOIN touched_user u ON u.id = l.other
ANTI JOIN touched_user t ON t.id = l.id;
