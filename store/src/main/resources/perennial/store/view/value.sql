-- The values of events by arrival, without trailing zeros; for those that have none, the property of that name.
CREATE OR REPLACE TEMP TABLE valued AS
SELECT e.seq, coalesce(
    rtrim(rtrim(e.value::VARCHAR, '0'), '.'),
    json_extract_string(e.properties, '/value')) AS text
FROM scope_rows e
WHERE e.value IS NOT NULL OR contains(e.properties, getvariable('mention'))
