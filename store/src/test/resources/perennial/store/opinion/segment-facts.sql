-- What segments ask beside visible events and lives: every trait with its history, and the scores of all who ever bought.
CREATE OR REPLACE TEMP TABLE held AS
SELECT CASE t.subject
           WHEN 'account' THEN 'account ' || t.id
           WHEN 'user' THEN 'user ' || coalesce(r.representative, t.id)
           ELSE coalesce('user ' || coalesce(r.representative, v.user_id), 'visitor ' || t.id)
       END AS owner,
       t.name, t.time_ms, t.seq, t.value
FROM traits AS t
LEFT JOIN visitor_users AS v ON t.subject = 'visitor' AND v.visitor_id = t.id
LEFT JOIN representatives AS r ON r.id = CASE t.subject WHEN 'visitor' THEN v.user_id WHEN 'user' THEN t.id END;

-- rank() - 1 is how many are strictly worse.
CREATE OR REPLACE TEMP TABLE scores AS
WITH money AS (
    SELECT owner, seq, time_ms, local_day,
           list_contains(from_json(getvariable('purchase_names'), '["VARCHAR"]'), name) AS is_purchase,
           CASE WHEN coalesce(currency, json_extract_string(properties, '$.currency'), getvariable('currency')) = getvariable('currency')
                THEN coalesce(value, TRY_CAST(json_extract_string(properties, '$.value') AS DECIMAL(38, 9)), 0) ELSE 0 END AS amount
    FROM visible
    WHERE list_contains(from_json(getvariable('purchase_names'), '["VARCHAR"]'), name)
       OR list_contains(from_json(getvariable('refund_names'), '["VARCHAR"]'), name)),
buyers AS (
    SELECT owner,
           max_by(local_day, (time_ms, seq)) FILTER (is_purchase) AS last_day,
           count(*) FILTER (is_purchase) AS purchases,
           sum(CASE WHEN is_purchase THEN amount ELSE -amount END) AS spent
    FROM money
    GROUP BY owner
    HAVING count(*) FILTER (is_purchase) > 0)
SELECT owner,
       1 + 5 * (rank() OVER (ORDER BY last_day) - 1) // count(*) OVER () AS recency,
       1 + 5 * (rank() OVER (ORDER BY purchases) - 1) // count(*) OVER () AS frequency,
       1 + 5 * (rank() OVER (ORDER BY spent) - 1) // count(*) OVER () AS monetary
FROM buyers;
