-- Stores the new events of a chunk (first_seq, run, source, received_ms), in order of arrival.
INSERT INTO events
SELECT
    ? + slot, ?, ?, message_id, visitor_id, user_id, account_id, time_ms, ?, name, value, currency, properties
FROM staged
ANTI JOIN known USING (slot)
WHERE is_event
