-- How many calls of each source fared how on each day of a range (first day, day after the last).
SELECT source, day, kind, sum(count)::BIGINT AS count FROM quality WHERE day >= ? AND day < ? GROUP BY ALL
