-- Takes them away again.
DELETE FROM events WHERE run = 2
