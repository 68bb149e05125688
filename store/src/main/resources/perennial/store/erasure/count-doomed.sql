-- How many links and traits name the ids to erase.
SELECT
    (SELECT count(*) FROM links
     WHERE (kind = 'anonymous' AND from_id IN (SELECT id FROM doomed_id WHERE subject = 'visitor'))
        OR (kind IN ('alias', 'account') AND from_id IN (SELECT id FROM doomed_id WHERE subject = 'user'))
        OR (kind IN ('anonymous', 'alias') AND to_id IN (SELECT id FROM doomed_id WHERE subject = 'user'))
        OR (kind = 'account' AND to_id IN (SELECT id FROM doomed_id WHERE subject = 'account'))),
    (SELECT count(*) FROM traits WHERE (subject, id) IN (SELECT subject, id FROM doomed_id))
