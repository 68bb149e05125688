-- Forgets a link to a dashboard (id).
DELETE FROM dashboard_links WHERE id = ?
