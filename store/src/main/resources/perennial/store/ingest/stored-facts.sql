-- The links and traits at these places in the log, each as the list of texts that makes it.
SELECT seq, source, message_id, [kind, from_id, to_id] AS texts
FROM links
WHERE seq BETWEEN getvariable('first') AND getvariable('last')
  AND seq IN (SELECT unnest(getvariable('wanted')))
UNION ALL
SELECT seq, source, message_id, [subject, id, name, value]
FROM traits
WHERE seq BETWEEN getvariable('first') AND getvariable('last')
  AND seq IN (SELECT unnest(getvariable('wanted')))
