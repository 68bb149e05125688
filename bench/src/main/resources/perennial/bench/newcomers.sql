-- A thousand new events of a thousand customers, at the end of the log.
INSERT INTO events
SELECT m + 1 + i, 2, 'bench', 'new-' || i, NULL, 'customer-' || (i * 7), NULL, 1767225599000, 1767225599000, 'Event 1', NULL, NULL, NULL
FROM range(1000) r(i), (SELECT max(seq) AS m FROM events)
