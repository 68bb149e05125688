-- The events that arrived after a place in the log.
SELECT seq FROM events WHERE seq > getvariable('after_seq')
