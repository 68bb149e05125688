-- How many were active each day: a sum that names the answer.
SELECT sum(n) FROM (SELECT day, count(DISTINCT user_id) AS n FROM customer_day GROUP BY day)
