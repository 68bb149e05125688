-- Takes back what an import (run) brought, and has the derived views rebuilt.
DELETE FROM events WHERE run = ?1;
DELETE FROM links WHERE run = ?1;
DELETE FROM traits WHERE run = ?1;
UPDATE imports SET undone_ms = ?2 WHERE run = ?1;
UPDATE generation SET number = number + 1;
