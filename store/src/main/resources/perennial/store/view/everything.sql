-- Which rows a base is built from: all that had arrived.
CREATE OR REPLACE TEMP MACRO last_seq() AS getvariable('last_seq');
CREATE OR REPLACE TEMP VIEW scope_events AS SELECT * FROM counted_events WHERE seq <= last_seq();
CREATE OR REPLACE TEMP VIEW scope_links AS SELECT * FROM links WHERE seq <= last_seq();
