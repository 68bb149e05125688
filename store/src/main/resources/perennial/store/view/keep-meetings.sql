-- Keeps beside the base whom each visitor is, and since when.
COPY (SELECT visitor_id, user_id, time_ms, seq FROM first_user ORDER BY visitor_id)
TO (getvariable('meetings')) (FORMAT parquet)
