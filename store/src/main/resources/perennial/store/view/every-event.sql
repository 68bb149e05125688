-- A base answers for all.
CREATE OR REPLACE TEMP VIEW answered_events AS SELECT * FROM owned_events;
