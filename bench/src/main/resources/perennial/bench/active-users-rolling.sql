-- How many were active in the 28 days up to each day.
SELECT sum(n) FROM (
    SELECT d.day, count(DISTINCT c.user_id) AS n
    FROM range(DATE '2025-01-01', DATE '2026-01-01', INTERVAL 1 DAY) d(day)
    JOIN customer_day c ON c.day BETWEEN d.day::DATE - 27 AND d.day::DATE
    GROUP BY d.day)
