-- Keeps a dashboard (id, name, created_ms).
INSERT INTO dashboards VALUES (?, ?, ?)
