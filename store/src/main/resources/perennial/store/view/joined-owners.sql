-- The owners that have something new, and who became one of them (visitors, and users joined by an alias), each with
-- who it is now; in the order of their numbers, some more than once.
WITH named AS (
    SELECT
        1 AS kind, v.id,
        CASE WHEN f.user_id IS NULL THEN 1 ELSE 0 END AS now_kind,
        coalesce(a.root, f.user_id, v.id) AS now_id
    FROM touched_visitor v
    LEFT JOIN first_user f ON f.visitor_id = v.id
    LEFT JOIN alias a ON a.id = f.user_id
    UNION ALL
    SELECT 0, u.id, 0, coalesce(a.root, u.id)
    FROM touched_user u
    LEFT JOIN alias a ON a.id = u.id
)
SELECT kind, id, now_kind, now_id FROM named
UNION ALL
SELECT now_kind, now_id, now_kind, now_id FROM named WHERE kind <> now_kind OR id <> now_id
UNION ALL
SELECT 0, a.id, 0, a.root FROM alias a SEMI JOIN named n ON n.now_kind = 0 AND n.now_id = a.root
ORDER BY kind, id
