-- Customers from c1 to c$customers, each of whom opened boots once, in January.
INSERT INTO events
SELECT i, 1, 'bench', 'o' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-01-05 12:00:00'), 0, 'Opened', NULL, NULL,
    '{"category":"shoes","product":"Boots"}'
FROM range(1, $customers + 1) t(i);
