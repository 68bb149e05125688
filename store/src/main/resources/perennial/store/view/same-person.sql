-- The users and visitors who are the same person as one of them (subject, id).
WITH known AS (
    SELECT 'user' AS subject, id, root FROM alias
    UNION ALL
    SELECT 'visitor', f.visitor_id, coalesce(a.root, f.user_id) FROM first_user f LEFT JOIN alias a ON a.id = f.user_id
),
person AS (
    SELECT root FROM known WHERE subject = getvariable('subject') AND id = getvariable('id')
    UNION
    SELECT getvariable('id') WHERE getvariable('subject') = 'user'
        AND NOT EXISTS (SELECT 1 FROM alias WHERE id = getvariable('id'))
)
SELECT subject, id FROM known WHERE root IN (SELECT root FROM person)
UNION
SELECT 'user', root FROM person
