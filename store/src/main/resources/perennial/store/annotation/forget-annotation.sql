-- Forgets an annotation (id).
DELETE FROM annotations WHERE id = ?
