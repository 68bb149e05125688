-- After filters changed, every event is judged again and the derived views are rebuilt.
DELETE FROM left_out;
UPDATE generation SET number = number + 1;
