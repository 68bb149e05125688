-- The values of one property by arrival: under its name, else down a dotted path.
CREATE OR REPLACE TEMP TABLE valued AS
SELECT e.seq, coalesce(
    json_extract_string(e.properties, getvariable('pointer')),
    json_extract_string(e.properties, getvariable('path_pointer'))) AS text
FROM scope_rows e
WHERE contains(e.properties, getvariable('mention'))
