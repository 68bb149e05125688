-- The times of the picked events and what they are called now, read once: each pass over the log takes long, however few
-- were picked.
CREATE OR REPLACE TEMP TABLE happened AS
SELECT e.seq, e.time_ms, coalesce(r.new_name, e.name) AS name
FROM events e
SEMI JOIN picked p ON p.seq = e.seq
LEFT JOIN renamed r ON r.old_name = e.name
