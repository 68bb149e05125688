-- Keeps a widget (id, dashboard, place, columns, question, query).
INSERT INTO dashboard_widgets VALUES (?, ?, ?, ?, ?, ?)
