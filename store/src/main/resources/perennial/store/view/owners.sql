-- The owners in the order of their numbers.
CREATE OR REPLACE TEMP TABLE owner AS
SELECT kind, id, (row_number() OVER (ORDER BY kind, id) - 1)::INTEGER AS number
FROM (SELECT DISTINCT kind, id FROM answered_events);
