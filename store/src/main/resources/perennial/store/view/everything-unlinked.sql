-- All that had arrived, with nobody known to be anybody else: an event is of its user, else of its visitor.
CREATE OR REPLACE TEMP MACRO last_seq() AS getvariable('last_seq');
CREATE OR REPLACE TEMP VIEW scope_events AS
SELECT * REPLACE (CASE WHEN user_id IS NULL THEN visitor_id END AS visitor_id)
FROM counted_events WHERE seq <= last_seq();
CREATE OR REPLACE TEMP VIEW scope_links AS SELECT * FROM links WHERE kind = 'account' AND seq <= last_seq();
