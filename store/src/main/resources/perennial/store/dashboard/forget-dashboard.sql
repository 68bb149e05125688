-- Forgets a dashboard with its widgets, each by its id.
DELETE FROM dashboard_widgets WHERE dashboard = ?;
DELETE FROM dashboards WHERE id = ?;
