-- The events of a stretch of time; of one source, if one is named.
SELECT seq
FROM events
WHERE time_ms >= getvariable('from_ms') AND time_ms < getvariable('until_ms')
  AND (getvariable('source') = '' OR source = getvariable('source'))
