-- The owners in the order of their numbers.
CREATE OR REPLACE TEMP TABLE owner AS
SELECT kind, id, (row_number() OVER (ORDER BY kind, id) - 1)::INTEGER AS number
FROM (SELECT kind, id FROM answered_events UNION SELECT kind, id FROM carried);
