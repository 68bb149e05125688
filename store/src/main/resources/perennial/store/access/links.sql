-- All links that set a password.
SELECT hash, user_id, until_ms FROM password_links
