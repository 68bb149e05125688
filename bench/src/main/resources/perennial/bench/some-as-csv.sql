-- Some of the events as an export of another tool would have them.
COPY (
    SELECT user_id, time_ms, name, value, currency,
        properties->>'$.category' AS category, properties->>'$.country' AS country, properties->>'$.items' AS items,
        properties->>'$.page' AS page, properties->>'$.plan' AS plan
    FROM events WHERE seq <= ROWS
) TO 'FILE' (HEADER)
