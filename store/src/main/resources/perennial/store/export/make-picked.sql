-- What to export: events by their place in the log, and ids with their links and traits.
CREATE OR REPLACE TEMP TABLE picked (seq BIGINT);
CREATE OR REPLACE TEMP TABLE picked_id (subject VARCHAR, id VARCHAR);
