-- Who has been silent for at least three of the own usual gaps (of at least three), and for less than 30 days.
WITH days AS (SELECT DISTINCT user_id, day FROM customer_day),
gaps AS (SELECT user_id, day, day - lag(day) OVER (PARTITION BY user_id ORDER BY day) AS gap FROM days)
SELECT count(*) FROM (
    SELECT DATE '2025-12-31' - max(day) AS silent, median(gap) AS usual FROM gaps GROUP BY user_id HAVING count(gap) >= 3)
WHERE silent < 30 AND silent >= 3 * usual
