-- Lives ended by 30 silent days and followed by a new one within 90 days of the end.
WITH days AS (SELECT DISTINCT user_id, day FROM customer_day),
gaps AS (SELECT day, lead(day) OVER (PARTITION BY user_id ORDER BY day) AS next FROM days)
SELECT count(*) FROM gaps WHERE next - day > 30 AND next < day + 31 + 90 AND day + 31 + 90 <= DATE '2026-01-01'
