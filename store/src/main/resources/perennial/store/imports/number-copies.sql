-- Which rows without an id are a second or later copy of the same content in their file, and which one.
CREATE OR REPLACE TEMP TABLE numbered AS
WITH earlier AS (
    SELECT file, message_id, sum(copies) AS copies
    FROM seen
    SEMI JOIN staged USING (file, message_id)
    GROUP BY ALL
),
repeated AS (
    SELECT file, message_id FROM staged WHERE is_hashed GROUP BY ALL HAVING count(*) > 1
    UNION
    SELECT file, message_id FROM earlier
),
counted AS (
    SELECT
        slot,
        row_number() OVER (PARTITION BY file, message_id ORDER BY slot) + coalesce(earlier.copies, 0) AS copy
    FROM staged
    SEMI JOIN repeated USING (file, message_id)
    LEFT JOIN earlier USING (file, message_id)
    WHERE is_hashed
)
SELECT slot, copy FROM counted WHERE copy > 1
