-- The gaps between active days: the sum of all.
WITH days AS (SELECT DISTINCT user_id, day FROM customer_day)
SELECT sum(gap) FROM (SELECT day - lag(day) OVER (PARTITION BY user_id ORDER BY day) AS gap FROM days)
