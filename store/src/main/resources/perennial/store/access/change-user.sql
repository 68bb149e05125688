-- Changes a user (role, password, openid, disabled_ms, id).
UPDATE web_users SET role = ?, password = ?, openid = ?, disabled_ms = ? WHERE id = ?
