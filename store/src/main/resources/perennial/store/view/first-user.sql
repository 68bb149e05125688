-- Whom each visitor is: the user it was linked to first, by a link or by an event that carries both ids.
CREATE OR REPLACE TEMP TABLE first_user AS
SELECT visitor_id, meeting.user_id, meeting.time_ms, meeting.seq
FROM (
    SELECT visitor_id, arg_min({'user_id': user_id, 'time_ms': time_ms, 'seq': seq}, (time_ms, seq)) AS meeting
    FROM (
        SELECT from_id AS visitor_id, to_id AS user_id, time_ms, seq FROM scope_links WHERE kind = 'anonymous'
        UNION ALL
        SELECT visitor_id, user_id, time_ms, seq FROM scope_events WHERE visitor_id IS NOT NULL AND user_id IS NOT NULL
    )
    GROUP BY visitor_id
);
