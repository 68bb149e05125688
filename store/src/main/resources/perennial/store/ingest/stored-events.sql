-- The events at these places in the log.
SELECT seq, source, message_id, visitor_id, user_id, account_id, name, value, currency, properties
FROM events
WHERE seq BETWEEN getvariable('first') AND getvariable('last')
  AND seq IN (SELECT unnest(getvariable('wanted')))
