-- Events of a made-up year in arrival order: skewed customers, text ids, 20 names, 5 properties, one in fifty late.
INSERT INTO events
SELECT
    i + 1 AS seq,
    1 AS run,
    'bench' AS source,
    hex(hash(i, 20)) || '-' || hex(hash(i, 21)) AS message_id,
    NULL AS visitor_id,
    'customer-' || c AS user_id,
    NULL AS account_id,
    -- Spread over the year in order of arrival, and each customer's days over its own stretch of it.
    least(
        greatest(t - CASE WHEN hash(i, 3) % 50 = 0 THEN hash(i, 4) % 259200000 ELSE hash(i, 5) % 2000 END, 1735689600000),
        1767225599999) AS time_ms,
    t AS received_ms,
    'Event ' || least(hash(i, 6) % 20, hash(i, 7) % 20) AS name,
    CASE WHEN hash(i, 8) % 10 = 0 THEN ((hash(i, 9) % 20000) / 100)::DECIMAL(38, 9) END AS value,
    CASE WHEN hash(i, 8) % 10 = 0 THEN 'EUR' END AS currency,
    shop.text || page.text || CASE c % 3 WHEN 0 THEN 'free"}' WHEN 1 THEN 'basic"}' ELSE 'pro"}' END AS properties
FROM (
    SELECT
        i,
        1735689600000 + (i * (31536000000::DOUBLE / getvariable('events')))::BIGINT AS t,
        -- A customer's share of the events falls with the square of its rank; everybody has at least a few.
        (CASE WHEN hash(i, 1) % 10 < 3
            THEN hash(i, 2) % getvariable('customers')
            ELSE (getvariable('customers') * pow((hash(i, 2) % 1000000007) / 1000000007.0, 3))::BIGINT % getvariable('customers')
        END)::BIGINT AS c
    FROM range(getvariable('from_event'), getvariable('until_event')) r(i)
)
JOIN property_shop shop ON shop.k = 40 * (hash(i, 10) % 12)::BIGINT + c % 40
JOIN property_page page ON page.k = (hash(i, 11) % 1500)::BIGINT
