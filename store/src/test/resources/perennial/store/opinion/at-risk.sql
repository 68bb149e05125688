-- at-risk: who has been silent for at least `least_rhythm` times the own usual gap, and for less than `inactive_after` days?
-- Reads customer_limit, currency, and purchases and refunds (JSON lists of names).
WITH gaps AS (
    SELECT owner, day - lag(day) OVER (PARTITION BY owner ORDER BY day) AS days
    FROM active_days
    QUALIFY days IS NOT NULL),
usual AS (SELECT owner, median(days)::DOUBLE AS gap FROM gaps GROUP BY owner HAVING count(*) >= 3),
silences AS (
    SELECT owner, greatest(0, local_of(getvariable('as_of'))::DATE - 1 - max(day)) AS days
    FROM active_days
    GROUP BY owner),
spent AS (
    SELECT owner,
           sum(value * (list_contains(from_json(getvariable('purchases'), '["VARCHAR"]'), name)::INTEGER
                        - list_contains(from_json(getvariable('refunds'), '["VARCHAR"]'), name)::INTEGER)) AS value
    FROM visible
    WHERE time_ms >= instant_of((local_of(getvariable('as_of'))::DATE - 365)::TIMESTAMP)
      AND coalesce(currency, getvariable('currency')) = getvariable('currency')
    GROUP BY owner)
SELECT m.grp AS "group", split_part(m.owner, ' ', 2) AS customer, s.days AS silent_days, u.gap AS usual_gap,
       s.days / u.gap AS rhythm, coalesce(v.value, 0)::DOUBLE AS value_last_year, 'complete' AS state
FROM members AS m
JOIN usual AS u ON u.owner = m.owner
JOIN silences AS s ON s.owner = m.owner
LEFT JOIN spent AS v ON v.owner = m.owner
WHERE s.days / u.gap >= getvariable('least_rhythm') AND s.days < getvariable('inactive_after')
  AND m.grp <> '(outside)'
ORDER BY value_last_year DESC, rhythm DESC, customer, split_part(m.owner, ' ', 1)
LIMIT getvariable('customer_limit');
