-- The owners that have something new, and the visitors that became one of them, each with who it is now.
WITH named AS (
    SELECT
        1 AS kind, v.id,
        CASE WHEN f.user_id IS NULL THEN 1 ELSE 0 END AS now_kind,
        coalesce(a.root, f.user_id, v.id) AS now_id
    FROM touched_visitor v
    LEFT JOIN first_user f ON f.visitor_id = v.id
    LEFT JOIN alias a ON a.id = f.user_id
    UNION
    SELECT 0, coalesce(a.root, u.id), 0, coalesce(a.root, u.id)
    FROM touched_user u
    LEFT JOIN alias a ON a.id = u.id
)
SELECT kind, id, now_kind, now_id FROM named
UNION
SELECT now_kind, now_id, now_kind, now_id FROM named
