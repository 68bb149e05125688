-- Forgets the links of a user, and those of everybody that are too old (user_id, now_ms).
DELETE FROM password_links WHERE user_id = ? OR until_ms <= ?
