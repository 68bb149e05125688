-- Which staged rows have the id of a stored event of this source (source) that stands at a
-- place of the log or after it (seq), and whether they say something else.
CREATE OR REPLACE TEMP TABLE known AS
SELECT
    staged.slot,
    NOT staged.is_hashed
        AND NOT (
            staged.is_event
            AND staged.name = stored.name
            AND staged.time_ms = stored.time_ms
            AND staged.visitor_id IS NOT DISTINCT FROM stored.visitor_id
            AND staged.user_id IS NOT DISTINCT FROM stored.user_id
            AND staged.account_id IS NOT DISTINCT FROM stored.account_id
            AND staged.value IS NOT DISTINCT FROM stored.value
            AND staged.currency IS NOT DISTINCT FROM stored.currency
            AND staged.properties IS NOT DISTINCT FROM stored.properties) AS conflicts
FROM staged
JOIN events AS stored ON stored.message_id = staged.message_id AND stored.source = ? AND stored.seq >= ?
