-- What an id is known as, of an event, a link or a trait: user, visitor, account.
WITH asked AS (SELECT ?::VARCHAR AS id)
SELECT 'user' AS subject FROM asked
WHERE EXISTS (SELECT 1 FROM events e WHERE e.user_id = (SELECT id FROM asked))
   OR EXISTS (SELECT 1 FROM links l WHERE l.to_id = (SELECT id FROM asked) AND l.kind IN ('anonymous', 'alias')
                                       OR l.from_id = (SELECT id FROM asked) AND l.kind = 'alias')
UNION ALL
SELECT 'visitor' FROM asked
WHERE EXISTS (SELECT 1 FROM events e WHERE e.visitor_id = (SELECT id FROM asked))
   OR EXISTS (SELECT 1 FROM links l WHERE l.from_id = (SELECT id FROM asked) AND l.kind = 'anonymous')
UNION ALL
SELECT 'account' FROM asked
WHERE EXISTS (SELECT 1 FROM events e WHERE e.account_id = (SELECT id FROM asked))
   OR EXISTS (SELECT 1 FROM links l WHERE l.to_id = (SELECT id FROM asked) AND l.kind = 'account')
UNION
SELECT DISTINCT subject FROM traits WHERE id = (SELECT id FROM asked)
ORDER BY subject
