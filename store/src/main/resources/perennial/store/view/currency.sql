-- The currencies of events by arrival; for those that have none, the property of that name.
CREATE OR REPLACE TEMP TABLE valued AS
SELECT e.seq, coalesce(e.currency, json_extract_string(e.properties, '/currency')) AS text
FROM scope_rows e
WHERE e.currency IS NOT NULL OR contains(e.properties, getvariable('mention'))
