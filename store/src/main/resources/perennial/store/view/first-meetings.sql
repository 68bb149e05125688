-- Whom visitors met first, and when.
SELECT visitor_id, user_id, time_ms, seq FROM first_user
