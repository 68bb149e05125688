-- Keeps an annotation (id, day, kind, text).
INSERT INTO annotations VALUES (?, ?, ?, ?)
