-- Which rows tell whose the new events are: they themselves, what is known of the visitors they name, all aliases.
CREATE OR REPLACE TEMP TABLE scope_events AS SELECT * FROM new_events;

CREATE OR REPLACE TEMP TABLE met_before AS
SELECT visitor_id, meeting.user_id, meeting.time_ms, meeting.seq
FROM (
    SELECT visitor_id, arg_min({'user_id': user_id, 'time_ms': time_ms, 'seq': seq}, (time_ms, seq)) AS meeting
    FROM (
        SELECT * FROM read_parquet(getvariable('meetings')) m SEMI JOIN touched_visitor v ON v.id = m.visitor_id
        UNION ALL
        SELECT * FROM met_since
    )
    GROUP BY visitor_id
);

CREATE OR REPLACE TEMP TABLE scope_links AS
SELECT kind, from_id, to_id, time_ms, seq FROM new_links WHERE kind = 'anonymous'
UNION ALL
SELECT kind, from_id, to_id, time_ms, seq FROM links WHERE kind = 'alias' AND seq <= getvariable('last_seq')
UNION ALL
SELECT 'anonymous', visitor_id, user_id, time_ms, seq FROM met_before;
