-- What --by says of each visible event: its own property, or the trait of its owner in force at its time; before the first
-- value is known, that first one. Without a value, or with a trait set to null: '-', as for everything missing.
-- Reads by_kind ('' for none, 'trait', 'property') and by_name.
CREATE OR REPLACE TEMP TABLE grouped AS
WITH held AS (
    -- Whose trait it is: an account's or a person's own. The traits of its users are not an account's.
    SELECT CASE t.subject
               WHEN 'account' THEN 'account ' || t.id
               WHEN 'user' THEN 'user ' || coalesce(r.representative, t.id)
               ELSE coalesce('user ' || coalesce(r.representative, v.user_id), 'visitor ' || t.id)
           END AS owner,
           t.time_ms, t.seq, t.value
    FROM traits AS t
    LEFT JOIN visitor_users AS v ON t.subject = 'visitor' AND v.visitor_id = t.id
    LEFT JOIN representatives AS r ON r.id = CASE t.subject WHEN 'visitor' THEN v.user_id WHEN 'user' THEN t.id END
    WHERE t.name = getvariable('by_name') AND getvariable('by_kind') = 'trait'),
in_force AS (
    SELECT v.seq,
           coalesce(
               max_by(h.value, (h.time_ms, h.seq)) FILTER (h.time_ms <= v.time_ms),
               min_by(h.value, (h.time_ms, h.seq))) AS value
    FROM visible AS v
    JOIN held AS h ON h.owner = v.owner
    GROUP BY v.seq)
SELECT v.seq,
       CASE getvariable('by_kind')
           WHEN 'trait' THEN coalesce(json_extract_string(f.value, '$'), '-')
           WHEN 'property' THEN
               coalesce(json_extract_string(v.properties, '$."' || getvariable('by_name') || '"'), '-')
           ELSE '' END AS grp
FROM visible AS v
LEFT JOIN in_force AS f ON f.seq = v.seq;
