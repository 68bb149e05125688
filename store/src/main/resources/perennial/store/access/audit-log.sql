-- The newest entries before a place, as many as asked for (place, limit). The log only grows: rowid is its order.
SELECT rowid, at_ms, who, did, to_what, from_where FROM audit_log WHERE rowid < ? ORDER BY rowid DESC LIMIT ?
