-- All that had arrived, with what filters leave out.
CREATE OR REPLACE TEMP MACRO last_seq() AS getvariable('last_seq');
CREATE OR REPLACE TEMP VIEW scope_events AS
SELECT e.* REPLACE (coalesce(r.new_name, e.name) AS name)
FROM events e LEFT JOIN renamed r ON r.old_name = e.name
WHERE e.seq <= last_seq();
CREATE OR REPLACE TEMP VIEW scope_links AS SELECT * FROM links WHERE seq <= last_seq();
