-- Whose each event is: 0 for a user, 1 for a visitor.
SELECT seq, kind, id FROM owned_events
