-- How many events are answered for, at most.
SELECT count(*) FROM scope_events
