-- c1 to c1000: contracts from 1 January to 1 February; odd ones left for the price. Every fifth is back on 20 March,
-- pays 10 the day after, and leaves again on 1 April.
INSERT INTO events
SELECT i, 1, 'told', 's' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-01-01 12:00:00'), 0, 'Subscription Started', NULL, NULL, '{}'
FROM range(1, 1001) t(i);
INSERT INTO events
SELECT 1000 + i, 1, 'told', 'e' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-01-31 12:00:00'), 0, 'Subscription Cancelled', NULL, NULL,
    CASE WHEN i % 2 = 1 THEN '{"ends_at":"2026-02-01","reason":"price"}' ELSE '{"ends_at":"2026-02-01","reason":"too complex"}' END
FROM range(1, 1001) t(i);
INSERT INTO events
SELECT 2000 + i, 1, 'told', 'r' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-03-20 12:00:00'), 0, 'Subscription Started', NULL, NULL, '{}'
FROM range(5, 1001, 5) t(i);
INSERT INTO events
SELECT 3000 + i, 1, 'told', 'p' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-03-21 12:00:00'), 0, 'Invoice Paid', 10, NULL, '{}'
FROM range(5, 1001, 5) t(i);
INSERT INTO events
SELECT 4000 + i, 1, 'told', 'l' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-04-01 12:00:00'), 0, 'Subscription Cancelled', NULL, NULL, '{}'
FROM range(5, 1001, 5) t(i);
