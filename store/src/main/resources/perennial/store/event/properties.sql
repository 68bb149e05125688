-- The properties of the newest events of a name (name, limit): how many have each, its kinds of value, how many
-- different ones, and the three most frequent. The value and the currency of an event count as properties where it has none
-- of these names.
WITH looked AS (
    SELECT properties, value, currency FROM counted_events WHERE name = ? ORDER BY seq DESC LIMIT ?
),
named AS (
    SELECT unnest(json_keys(properties)) AS property, properties FROM looked
),
told AS (
    SELECT
        property,
        json_type(properties, '/' || replace(replace(property, '~', '~0'), '/', '~1')) AS type,
        json_extract_string(properties, '/' || replace(replace(property, '~', '~0'), '/', '~1')) AS text
    FROM named
    UNION ALL
    SELECT 'value', 'DOUBLE', regexp_replace(value::VARCHAR, '\.?0+$', '')
    FROM looked
    WHERE value IS NOT NULL AND NOT coalesce(list_contains(json_keys(properties), 'value'), false)
    UNION ALL
    SELECT 'currency', 'VARCHAR', currency
    FROM looked
    WHERE currency IS NOT NULL AND NOT coalesce(list_contains(json_keys(properties), 'currency'), false)
),
typed AS (
    SELECT
        property, text,
        CASE type
            WHEN 'VARCHAR' THEN 'text'
            WHEN 'BOOLEAN' THEN 'boolean'
            WHEN 'OBJECT' THEN 'object'
            WHEN 'ARRAY' THEN 'list'
            ELSE 'number'
        END AS type
    FROM told
    WHERE text IS NOT NULL
),
counted AS (
    SELECT property, text, count(*) AS times, list(DISTINCT type) AS types FROM typed GROUP BY property, text
)
SELECT
    property,
    (SELECT count(*) FROM looked) AS looked,
    sum(times)::BIGINT AS events,
    list_sort(list_distinct(flatten(list(types)))) AS types,
    count(*) AS different,
    list(text ORDER BY times DESC, text)[:3] AS examples
FROM counted
GROUP BY property
ORDER BY events DESC, property
