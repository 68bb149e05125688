-- Adds to how many calls of a source fared so on a day (source, day, kind, count).
INSERT INTO quality VALUES (?, ?, ?, ?)
ON CONFLICT (source, day, kind) DO UPDATE SET count = count + excluded.count
