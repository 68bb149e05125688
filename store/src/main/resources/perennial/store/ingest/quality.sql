-- How many calls of each source fared how on each day of a range (first day, day after the last).
SELECT source, day, kind, count FROM quality WHERE day >= ? AND day < ?
