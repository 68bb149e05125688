-- Customers from c1 to c$customers, each of whom opened boots once, in January; the even ones are of a plan.
INSERT INTO events
SELECT i, 1, 'told', 'o' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-01-05 12:00:00'), 0, 'Opened', NULL, NULL,
    '{"category":"shoes","product":"Boots"}'
FROM range(1, $customers + 1) t(i);
INSERT INTO traits
SELECT $customers + i, 1, 'told', 't' || i, 'user', 'c' || i, 'plan', '"pro"', epoch_ms(TIMESTAMP '2026-01-05 12:00:00'), 0
FROM range(2, $customers + 1, 2) t(i);
