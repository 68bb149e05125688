-- The same over the raw events, as a view.
CREATE OR REPLACE TEMP VIEW customer_day AS
SELECT DISTINCT user_id, epoch_ms(time_ms)::DATE AS day FROM events
