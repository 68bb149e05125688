-- One trait with its history, by the person or account that has it; without a text where it was set to null.
SELECT subject, id, json_extract_string(value, '$') AS text, time_ms
FROM (
    SELECT
        CASE WHEN t.subject = 'visitor' AND l.user_id IS NOT NULL THEN 'user' ELSE t.subject END AS subject,
        CASE t.subject
            WHEN 'account' THEN t.id
            WHEN 'user' THEN coalesce(a.root, t.id)
            ELSE coalesce(b.root, l.user_id, t.id)
        END AS id,
        t.value, t.time_ms, t.seq
    FROM traits t
    LEFT JOIN first_user l ON t.subject = 'visitor' AND l.visitor_id = t.id
    LEFT JOIN alias a ON t.subject = 'user' AND a.id = t.id
    LEFT JOIN alias b ON b.id = l.user_id
    WHERE t.name = getvariable('trait')
)
ORDER BY subject, id, time_ms, seq
