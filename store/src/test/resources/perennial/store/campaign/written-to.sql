-- Of the customers a campaign writes to every second one is back on 25 March, if it was not already, and pays 10 the day
-- after.
CREATE TEMP TABLE written AS
SELECT substr(customer, 2)::BIGINT AS i FROM campaign_decisions
WHERE arm = 'letter' AND substr(customer, 2)::BIGINT % 2 = 0 AND substr(customer, 2)::BIGINT % 5 <> 0;
INSERT INTO events
SELECT 100000 + i, 1, 'told', 'b' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-03-25 12:00:00'), 0, 'Subscription Started', NULL, NULL, '{}'
FROM written;
INSERT INTO events
SELECT 200000 + i, 1, 'told', 'q' || i, NULL, 'c' || i, NULL, epoch_ms(TIMESTAMP '2026-03-26 12:00:00'), 0, 'Invoice Paid', 10, NULL, '{}'
FROM written;
DROP TABLE written;
