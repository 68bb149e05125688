-- Which further staged rows have the id of stored links or traits of this source, likewise (source, seq, twice). They
-- say something else if they are events, or if something stored under the id is not among what they tell.
INSERT INTO known
WITH stored AS (
    SELECT row.slot, row.is_event OR told.slot IS NULL AS conflicts
    FROM staged AS row
    JOIN links AS stored ON stored.message_id = row.message_id AND stored.source = ? AND stored.seq >= ?
    LEFT JOIN staged_links AS told
        ON told.row_slot = row.slot
        AND told.kind = stored.kind
        AND told.from_id = stored.from_id
        AND told.to_id = stored.to_id
        AND row.time_ms = stored.time_ms
    UNION ALL
    SELECT row.slot, row.is_event OR told.slot IS NULL
    FROM staged AS row
    JOIN traits AS stored ON stored.message_id = row.message_id AND stored.source = ? AND stored.seq >= ?
    LEFT JOIN staged_traits AS told
        ON told.row_slot = row.slot
        AND told.subject = stored.subject
        AND told.id = stored.id
        AND told.name = stored.name
        AND told.value = stored.value
        AND row.time_ms = stored.time_ms
)
SELECT stored.slot, bool_or(stored.conflicts AND NOT staged.is_hashed)
FROM stored
JOIN staged USING (slot)
ANTI JOIN known USING (slot)
GROUP BY stored.slot
