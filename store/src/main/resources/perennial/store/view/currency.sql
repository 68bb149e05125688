-- The currencies of events by arrival; for those that have none, the property of that name.
SELECT e.seq, coalesce(e.currency, json_extract_string(e.properties, '/currency')) AS text
FROM scope_rows e
WHERE text IS NOT NULL
