-- The owners with their kind, by number.
SELECT kind, id FROM owner ORDER BY number
