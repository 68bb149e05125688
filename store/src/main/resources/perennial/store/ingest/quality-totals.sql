-- How many calls of each source ever fared how.
SELECT source, kind, sum(count)::BIGINT AS count FROM quality GROUP BY source, kind ORDER BY source, kind
