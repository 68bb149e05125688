-- Customers inactive for 30 days at the start of a month who were active in it.
WITH days AS (SELECT DISTINCT user_id, day FROM customer_day),
months AS (SELECT user_id, date_trunc('month', day)::DATE AS month, min(day) AS first_day, max(day) AS last_day FROM days GROUP BY ALL),
before AS (SELECT user_id, month, lag(last_day) OVER (PARTITION BY user_id ORDER BY month) AS last_before FROM months)
SELECT count(*) FROM before WHERE last_before < month - 30
