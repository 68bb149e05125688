-- Returns within 365 days of the end of a life that 30 silent days ended, by day, up to the last day.
WITH days AS (SELECT DISTINCT user_id, day FROM customer_day),
gaps AS (SELECT day + 31 AS gone, lead(day) OVER (PARTITION BY user_id ORDER BY day) AS next FROM days),
curve AS (
    SELECT next - gone AS day, count(*) AS returned
    FROM gaps WHERE next >= gone AND gone < DATE '2026-01-01' GROUP BY day)
SELECT sum(returned)::BIGINT FROM curve WHERE day <= 365
