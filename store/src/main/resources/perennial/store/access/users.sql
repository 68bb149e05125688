-- All users.
SELECT id, name, role, password, openid, created_ms, disabled_ms FROM web_users
