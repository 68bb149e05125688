-- The events of a stretch of the log.
CREATE OR REPLACE TEMP VIEW scope_rows AS
SELECT * FROM events WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq');
