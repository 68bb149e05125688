-- The widgets of all dashboards, in their order.
SELECT id, dashboard, columns, question, query FROM dashboard_widgets ORDER BY dashboard, place
