-- Which rows tell who has a trait: all aliases, and what says whom the visitors became that have it.
CREATE OR REPLACE TEMP TABLE bearer AS
SELECT DISTINCT id FROM traits WHERE name = getvariable('trait') AND subject = 'visitor';
CREATE OR REPLACE TEMP VIEW scope_events AS SELECT * FROM counted_events e SEMI JOIN bearer b ON b.id = e.visitor_id;
CREATE OR REPLACE TEMP VIEW scope_links AS
SELECT * FROM links WHERE kind = 'alias' OR from_id IN (SELECT id FROM bearer);
