-- What events that came with a name are called now (old_name, new_name).
INSERT INTO renamed VALUES (?, ?)
