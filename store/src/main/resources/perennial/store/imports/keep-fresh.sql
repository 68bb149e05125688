-- Puts the new rows of a chunk aside until all rows are in.
INSERT INTO fresh SELECT staged.* FROM staged ANTI JOIN known USING (slot);

INSERT INTO fresh_links
SELECT link.* FROM staged_links AS link
SEMI JOIN staged AS row ON row.slot = link.row_slot
ANTI JOIN known ON known.slot = link.row_slot;

INSERT INTO fresh_traits
SELECT trait.* FROM staged_traits AS trait
SEMI JOIN staged AS row ON row.slot = trait.row_slot
ANTI JOIN known ON known.slot = trait.row_slot;
