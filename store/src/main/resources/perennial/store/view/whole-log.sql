-- Who is who by all that is stored.
CREATE OR REPLACE TEMP VIEW scope_events AS SELECT * FROM events;
CREATE OR REPLACE TEMP VIEW scope_links AS SELECT * FROM links;
