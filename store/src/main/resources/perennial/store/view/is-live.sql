-- Whether any event was received live: those are of no import.
SELECT EXISTS (SELECT 1 FROM events WHERE run = 0)
