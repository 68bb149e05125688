-- What to take away: events by their place in the log, and ids.
CREATE OR REPLACE TEMP TABLE doomed (seq BIGINT);
CREATE OR REPLACE TEMP TABLE doomed_id (subject VARCHAR, id VARCHAR);
