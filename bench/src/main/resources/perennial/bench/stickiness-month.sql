-- Customers active in each month, each once.
SELECT count(*) FROM (SELECT DISTINCT user_id, date_trunc('month', day) FROM customer_day)
