-- The sources of events: how many came from each, and when the last of them was received; most first.
SELECT source, count(*) AS events, max(received_ms) AS last_ms FROM events GROUP BY source ORDER BY events DESC, source
