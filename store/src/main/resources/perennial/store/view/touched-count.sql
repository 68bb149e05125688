-- How many ids are touched so far.
SELECT (SELECT count(*) FROM touched_user) + (SELECT count(*) FROM touched_visitor)
