-- How many customers were active on how many days: all their days.
SELECT sum(days * customers)::BIGINT FROM (
    SELECT days, count(*) AS customers
    FROM (SELECT user_id, count(DISTINCT day) AS days FROM customer_day GROUP BY user_id) GROUP BY days)
