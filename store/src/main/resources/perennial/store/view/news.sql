-- Which rows tell whose the new events are: they themselves, and what the base knows of the visitors they name.
CREATE OR REPLACE TEMP TABLE scope_events AS SELECT * FROM new_events;

CREATE OR REPLACE TEMP TABLE met_before AS
SELECT * FROM read_parquet(getvariable('meetings')) m SEMI JOIN touched_visitor v ON v.id = m.visitor_id;

CREATE OR REPLACE TEMP TABLE scope_links AS
SELECT kind, from_id, to_id, time_ms, seq FROM new_links WHERE kind = 'anonymous'
UNION ALL
SELECT kind, from_id, to_id, time_ms, seq FROM links WHERE kind = 'alias'
UNION ALL
SELECT 'anonymous', visitor_id, user_id, time_ms, seq FROM met_before;
