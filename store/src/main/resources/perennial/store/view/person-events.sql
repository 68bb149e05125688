-- The events with their person: the user, the user the visitor became, or the visitor.
CREATE OR REPLACE TEMP VIEW owned_events AS
SELECT
    CASE WHEN coalesce(e.user_id, l.user_id) IS NULL THEN 1 ELSE 0 END AS kind,
    coalesce(a.root, e.user_id, l.user_id, e.visitor_id) AS id,
    e.time_ms, e.name, e.seq
FROM scope_events e
LEFT JOIN first_user l ON e.visitor_id = l.visitor_id
LEFT JOIN alias a ON a.id = coalesce(e.user_id, l.user_id)
WHERE coalesce(e.user_id, e.visitor_id) IS NOT NULL;
