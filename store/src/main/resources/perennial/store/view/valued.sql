-- What the events of a stretch tell under some names, by arrival, in a column for each name: their properties are
-- parsed once for all names.
CREATE OR REPLACE TEMP TABLE valued AS
SELECT seq, $told
FROM (
    SELECT *, json_extract_string(properties, getvariable('pointers')) AS found
    FROM events
    WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq') AND ($may_tell)
)
