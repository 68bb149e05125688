-- Whether any event was received live: those are of no import. What campaigns note themselves counts as none.
SELECT EXISTS (SELECT 1 FROM events WHERE run = 0 AND source <> 'campaigns')
