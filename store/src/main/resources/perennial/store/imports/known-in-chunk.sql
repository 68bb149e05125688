-- Which further staged rows have the id of an earlier row of this import, and whether they say something else.
INSERT INTO known
WITH repeated AS (
    SELECT message_id FROM staged GROUP BY message_id HAVING count(*) > 1
    UNION
    SELECT message_id FROM fresh SEMI JOIN staged USING (message_id)
),
unknown AS (
    SELECT staged.* FROM staged SEMI JOIN repeated USING (message_id) ANTI JOIN known USING (slot)
    UNION ALL
    SELECT fresh.* FROM fresh SEMI JOIN repeated USING (message_id)
),
first AS (
    SELECT message_id, min(slot) AS slot FROM unknown GROUP BY message_id
)
SELECT
    later.slot,
    NOT later.is_hashed
        AND NOT (
            later.is_event = earlier.is_event
            AND later.name IS NOT DISTINCT FROM earlier.name
            AND later.time_ms = earlier.time_ms
            AND later.visitor_id IS NOT DISTINCT FROM earlier.visitor_id
            AND later.user_id IS NOT DISTINCT FROM earlier.user_id
            AND later.account_id IS NOT DISTINCT FROM earlier.account_id
            AND later.value IS NOT DISTINCT FROM earlier.value
            AND later.currency IS NOT DISTINCT FROM earlier.currency
            AND later.properties IS NOT DISTINCT FROM earlier.properties)
FROM unknown AS later
JOIN first ON first.message_id = later.message_id AND first.slot < later.slot
JOIN unknown AS earlier ON earlier.slot = first.slot
