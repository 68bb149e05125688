-- All dashboards.
SELECT id, name, created_ms FROM dashboards
