-- Daily retention with a new entry each day: returned, over all 365 × 365 cells.
WITH days AS (SELECT DISTINCT user_id, day FROM customer_day)
SELECT sum(n) FROM (
    SELECT e.day, d.day - e.day AS later, count(*) AS n
    FROM days e JOIN days d ON d.user_id = e.user_id AND d.day >= e.day
    GROUP BY e.day, later)
