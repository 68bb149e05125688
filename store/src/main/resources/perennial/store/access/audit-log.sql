-- The newest entries before a place, of a deed or, for %, of all, as many as asked for (place, did, limit). The log only grows: rowid is its order.
SELECT rowid, at_ms, who, did, to_what, from_where FROM audit_log WHERE rowid < ? AND did LIKE ? ORDER BY rowid DESC LIMIT ?
