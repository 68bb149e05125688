-- Weekly retention of first-time customers: returned, over all cells.
WITH weeks AS (SELECT DISTINCT user_id, date_trunc('week', day) AS week FROM customer_day),
entered AS (SELECT user_id, min(week) AS cohort FROM weeks GROUP BY user_id)
SELECT sum(n) FROM (
    SELECT e.cohort, w.week, count(*) AS n FROM entered e JOIN weeks w USING (user_id) GROUP BY e.cohort, w.week)
