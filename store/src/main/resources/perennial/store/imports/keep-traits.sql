-- The traits that new rows tell: which of them change anything is known by all of them together.
CREATE OR REPLACE TEMP TABLE told AS
SELECT trait.slot, row.message_id, trait.subject, trait.id, trait.name, trait.value, row.time_ms,
    trait.is_once
FROM staged_traits AS trait
JOIN staged AS row ON row.slot = trait.row_slot
ANTI JOIN known ON known.slot = row.slot
