-- All events in scope are answered for.
CREATE OR REPLACE TEMP VIEW answered_events AS SELECT * FROM owned_events;
