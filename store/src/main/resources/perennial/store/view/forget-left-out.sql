-- Forgets which events after a place in the log (seq) filters leave out: they are judged again.
DELETE FROM left_out WHERE seq > ?
