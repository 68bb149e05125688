-- Keeps a link to a dashboard (id, hash, dashboard, created_ms, until_ms).
INSERT INTO dashboard_links VALUES (?, ?, ?, ?, ?)
