-- All events with what they are called now, those that filters leave out too.
SELECT e.seq, coalesce(r.new_name, e.name) AS name FROM events e LEFT JOIN renamed r ON r.old_name = e.name
