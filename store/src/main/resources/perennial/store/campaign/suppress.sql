-- Has somebody not be written to any more: kind, customer, why, at_ms.
INSERT INTO suppressed VALUES (?, ?, ?, ?)
