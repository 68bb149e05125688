-- Of the touched owners the new events are read; their old ones are carried over from the base.
CREATE OR REPLACE TEMP VIEW answered_events AS SELECT * FROM owned_events;
