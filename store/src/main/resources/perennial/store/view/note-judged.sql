-- Keeps how far the log was judged (seq), in this generation.
UPDATE judged SET seq = ?, generation = (SELECT max(number) FROM generation)
