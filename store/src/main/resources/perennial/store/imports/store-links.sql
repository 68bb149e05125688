-- Stores the links of new rows (first_seq, run, source, received_ms), in order of arrival.
INSERT INTO links
SELECT ? + link.slot, ?, ?, row.message_id, link.kind, link.from_id, link.to_id, row.time_ms, ?
FROM staged_links AS link
JOIN staged AS row ON row.slot = link.row_slot
ANTI JOIN known ON known.slot = row.slot
ORDER BY link.slot
