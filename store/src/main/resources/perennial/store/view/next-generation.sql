-- Has the derived views rebuilt.
UPDATE generation SET number = number + 1
