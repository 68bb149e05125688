-- The times and names of the picked events, read once: each pass over the log takes long, however few were picked.
CREATE OR REPLACE TEMP TABLE happened AS
SELECT e.seq, e.time_ms, e.name
FROM events e
SEMI JOIN picked p ON p.seq = e.seq
