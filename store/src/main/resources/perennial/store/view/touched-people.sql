-- The persons that are answered for beside the base.
CREATE OR REPLACE TEMP TABLE touched_owner AS
SELECT 0 AS kind, id FROM touched_user UNION ALL SELECT 1, id FROM touched_visitor;
