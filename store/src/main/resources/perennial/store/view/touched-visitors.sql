-- The visitors that new rows name.
SELECT id FROM touched_visitor
