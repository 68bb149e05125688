-- Adds to the audit log (at_ms, who, did, to_what, from_where).
INSERT INTO audit_log VALUES (?, ?, ?, ?, ?)
