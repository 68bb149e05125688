-- The webhooks, by name.
SELECT * FROM webhooks ORDER BY name
