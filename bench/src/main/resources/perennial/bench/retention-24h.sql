-- Retention in each one's own weeks from the exact first event: returned, over all cells begun.
WITH entered AS (SELECT user_id, min(time_ms) AS t0 FROM events GROUP BY user_id)
SELECT sum(n) FROM (
    SELECT count(DISTINCT (e.user_id, (e.time_ms - f.t0) // 604800000)) AS n
    FROM events e JOIN entered f USING (user_id) WHERE (e.time_ms - f.t0) // 604800000 <= 52)
