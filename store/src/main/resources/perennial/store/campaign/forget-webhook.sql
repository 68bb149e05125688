-- Forgets a webhook (name).
DELETE FROM webhooks WHERE name = ?
