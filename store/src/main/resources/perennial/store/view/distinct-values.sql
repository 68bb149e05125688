-- Each value once, with a number.
CREATE OR REPLACE TEMP TABLE distinct_value AS
SELECT (row_number() OVER () - 1)::INTEGER AS number, text
FROM (SELECT DISTINCT text FROM said WHERE text IS NOT NULL)
