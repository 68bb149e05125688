-- When each event was received, in milliseconds.
CREATE OR REPLACE TEMP TABLE valued AS
SELECT e.seq, e.received_ms::VARCHAR AS text FROM scope_rows e
