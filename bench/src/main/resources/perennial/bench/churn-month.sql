-- Customers active in the 30 days before a month and in none of its last 30.
WITH days AS (SELECT DISTINCT user_id, day FROM customer_day),
bounds AS (SELECT m::DATE AS start, (m + INTERVAL 1 MONTH)::DATE AS finish FROM range(DATE '2025-01-01', DATE '2026-01-01', INTERVAL 1 MONTH) r(m)),
there AS (SELECT DISTINCT b.start, b.finish, d.user_id FROM bounds b JOIN days d ON d.day >= b.start - 30 AND d.day < b.start),
stayed AS (SELECT DISTINCT b.start, d.user_id FROM bounds b JOIN days d ON d.day >= b.finish - 30 AND d.day < b.finish)
SELECT count(*) FROM there t ANTI JOIN stayed s ON s.start = t.start AND s.user_id = t.user_id
