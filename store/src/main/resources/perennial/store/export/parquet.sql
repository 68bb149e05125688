-- The picked events as a table, in the order of arrival.
COPY (
    SELECT
        e.message_id, e.source, epoch_ms(e.time_ms) AS time, e.name AS event, e.visitor_id AS visitor, e.user_id AS user,
        e.account_id AS customer, e.value, e.currency, e.properties
    FROM events e
    SEMI JOIN picked p ON p.seq = e.seq
    ORDER BY e.seq
) TO (getvariable('file')) (FORMAT parquet)
