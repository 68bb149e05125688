-- The links and traits of the ids.
CREATE OR REPLACE TEMP VIEW picked_links AS
SELECT * FROM links
WHERE (CASE kind WHEN 'anonymous' THEN 'visitor' ELSE 'user' END, from_id) IN (SELECT subject, id FROM picked_id)
   OR (CASE kind WHEN 'account' THEN 'account' ELSE 'user' END, to_id) IN (SELECT subject, id FROM picked_id);
CREATE OR REPLACE TEMP VIEW picked_traits AS
SELECT * FROM traits WHERE (subject, id) IN (SELECT subject, id FROM picked_id);
