-- The touched owners, for whom the base no longer answers.
SELECT kind, id FROM touched_owner
