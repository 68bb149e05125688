-- What --by says of each visible event: the trait of its owner in force at its time, or its own property.
-- Reads by_kind ('' for none, 'trait', 'property') and by_name.
CREATE OR REPLACE TEMP TABLE grouped AS
WITH held AS (
    SELECT o.owner, t.time_ms, t.seq, t.value
    FROM traits AS t
    JOIN owners AS o ON o.fact = 'trait' AND o.seq = t.seq
    WHERE t.name = getvariable('by_name') AND getvariable('by_kind') = 'trait'),
in_force AS (
    SELECT v.seq, max_by(h.value, (h.time_ms, h.seq)) AS value
    FROM visible AS v
    JOIN held AS h ON h.owner = v.owner AND h.time_ms <= v.time_ms
    GROUP BY v.seq)
SELECT v.seq,
       CASE getvariable('by_kind')
           WHEN 'trait' THEN coalesce(json_extract_string(f.value, '$'), '(none)')
           WHEN 'property' THEN
               coalesce(json_extract_string(v.properties, '$."' || getvariable('by_name') || '"'), '(none)')
           ELSE '' END AS grp
FROM visible AS v
LEFT JOIN in_force AS f ON f.seq = v.seq;
