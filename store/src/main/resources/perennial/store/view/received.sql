-- When each event was received, in milliseconds.
SELECT e.seq, e.received_ms::VARCHAR AS text FROM scope_rows e
