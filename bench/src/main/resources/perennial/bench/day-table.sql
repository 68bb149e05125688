-- The table an analyst would make to be fast: one row for each customer and day.
CREATE OR REPLACE TEMP TABLE customer_day AS
SELECT DISTINCT user_id, epoch_ms(time_ms)::DATE AS day FROM events
