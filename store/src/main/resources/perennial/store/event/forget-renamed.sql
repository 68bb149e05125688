-- Before renamed events are named anew: the names worked out last are gone, and the derived views are rebuilt.
DELETE FROM renamed;
UPDATE generation SET number = number + 1;
