-- A base answers for all, and takes over nothing.
CREATE OR REPLACE TEMP VIEW answered_events AS SELECT * FROM owned_events;
CREATE OR REPLACE TEMP TABLE carried (base INTEGER, kind INTEGER, id VARCHAR);
