-- All links to dashboards.
SELECT id, hash, dashboard, created_ms, until_ms FROM dashboard_links
