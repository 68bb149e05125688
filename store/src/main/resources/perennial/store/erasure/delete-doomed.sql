-- Deletes events, and has the derived views rebuilt.
DELETE FROM events WHERE seq IN (SELECT seq FROM doomed);
DELETE FROM left_out WHERE seq IN (SELECT seq FROM doomed);
UPDATE generation SET number = number + 1;
DROP TABLE doomed;
