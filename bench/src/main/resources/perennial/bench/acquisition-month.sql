-- New customers by month.
SELECT count(*) FROM (SELECT user_id, min(day) FROM customer_day GROUP BY user_id)
