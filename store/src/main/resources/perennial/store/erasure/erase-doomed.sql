-- Erases ids: their links and traits, refused rows and calls that name them, what campaigns decided on them and sent to
-- them, and the visitor's id on events of others. A code that one of them held may be in its hands: it goes, too.
DELETE FROM links
WHERE (kind = 'anonymous' AND from_id IN (SELECT id FROM doomed_id WHERE subject = 'visitor'))
   OR (kind IN ('alias', 'account') AND from_id IN (SELECT id FROM doomed_id WHERE subject = 'user'))
   OR (kind IN ('anonymous', 'alias') AND to_id IN (SELECT id FROM doomed_id WHERE subject = 'user'))
   OR (kind = 'account' AND to_id IN (SELECT id FROM doomed_id WHERE subject = 'account'));
DELETE FROM traits WHERE (subject, id) IN (SELECT subject, id FROM doomed_id);
DELETE FROM rejects r
WHERE EXISTS (
    SELECT 1 FROM doomed_id d
    WHERE r.value = d.id OR length(d.id) >= 5 AND (contains(r.value, d.id) OR contains(r.message, d.id)));
DELETE FROM refused_calls r
WHERE EXISTS (
    SELECT 1 FROM doomed_id d
    WHERE r.value = d.id OR contains(r.call, '"' || d.id || '"')
       OR length(d.id) >= 5 AND (contains(r.value, d.id) OR contains(r.message, d.id) OR contains(r.call, d.id)));
DELETE FROM campaign_codes WHERE code IN (
    SELECT code FROM campaign_decisions WHERE (kind, customer) IN (SELECT subject, id FROM doomed_id));
DELETE FROM campaign_sends WHERE decision IN (
    SELECT id FROM campaign_decisions WHERE (kind, customer) IN (SELECT subject, id FROM doomed_id));
DELETE FROM campaign_decisions WHERE (kind, customer) IN (SELECT subject, id FROM doomed_id);
DELETE FROM suppressed WHERE (kind, customer) IN (SELECT subject, id FROM doomed_id);
UPDATE events SET visitor_id = NULL WHERE visitor_id IN (SELECT id FROM doomed_id WHERE subject = 'visitor');
DROP TABLE doomed_id;
