-- Whether any account is known.
SELECT EXISTS (SELECT 1 FROM events WHERE account_id IS NOT NULL) OR EXISTS (SELECT 1 FROM links WHERE kind = 'account')
