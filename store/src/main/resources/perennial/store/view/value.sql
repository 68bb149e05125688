-- The values of events by arrival, without trailing zeros; for those that have none, the property of that name.
SELECT e.seq, coalesce(
    regexp_replace(e.value::VARCHAR, '\.?0+$', ''),
    json_extract_string(e.properties, '/value')) AS text
FROM scope_rows e
WHERE text IS NOT NULL
