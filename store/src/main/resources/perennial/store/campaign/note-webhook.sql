-- Keeps a webhook: name, url, secret, per_second, is_private, created_ms.
INSERT INTO webhooks VALUES (?, ?, ?, ?, ?, ?)
