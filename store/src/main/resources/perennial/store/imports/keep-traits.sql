-- Puts the traits of new rows aside until all rows are in: only then is known which of them change anything.
INSERT INTO told
SELECT trait.slot, row.message_id, trait.subject, trait.id, trait.name, trait.value, row.time_ms,
    trait.is_once
FROM staged_traits AS trait
JOIN staged AS row ON row.slot = trait.row_slot
ANTI JOIN known ON known.slot = row.slot
