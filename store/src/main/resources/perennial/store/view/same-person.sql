-- The users and visitors who are the same person as one of those asked.
WITH known AS (
    SELECT 'user' AS subject, id, root FROM alias
    UNION ALL
    SELECT 'visitor', f.visitor_id, coalesce(a.root, f.user_id) FROM first_user f LEFT JOIN alias a ON a.id = f.user_id
),
person AS (
    SELECT root FROM known WHERE (subject, id) IN (SELECT subject, id FROM asked)
    UNION
    SELECT id FROM asked WHERE subject = 'user' AND id NOT IN (SELECT id FROM alias)
)
SELECT subject, id FROM known WHERE root IN (SELECT root FROM person)
UNION
SELECT 'user', root FROM person
