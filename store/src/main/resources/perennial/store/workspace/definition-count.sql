-- How many versions there are of the definitions of a kind (kind).
SELECT count(*) FROM definitions WHERE kind = ?
