-- So many of those who ever had a trait whose value begins with one of two texts in lower case, in the order of their
-- ids, with the newest values of their traits.
WITH hit AS (
    SELECT DISTINCT subject, id FROM traits
    WHERE starts_with(lower(value), ?) OR starts_with(lower(value), ?)
    ORDER BY id, subject
    LIMIT ?
)
SELECT t.subject, t.id, t.name, arg_max(t.value, (t.time_ms, t.seq)) AS value
FROM traits t SEMI JOIN hit h ON h.subject = t.subject AND h.id = t.id
GROUP BY t.subject, t.id, t.name
ORDER BY t.id, t.subject, t.name
