-- The events to delete, by their place in the log.
CREATE OR REPLACE TEMP TABLE doomed (seq BIGINT)
