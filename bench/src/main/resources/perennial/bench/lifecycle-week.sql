-- Reactivated customers by week.
WITH weeks AS (SELECT DISTINCT user_id, date_trunc('week', day) AS week FROM customer_day),
ordered AS (SELECT week, lag(week) OVER (PARTITION BY user_id ORDER BY week) AS before FROM weeks)
SELECT count(*) FROM ordered WHERE before < week - INTERVAL 7 DAY
