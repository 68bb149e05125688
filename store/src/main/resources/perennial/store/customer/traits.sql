-- Every trait the picked ids ever had, by name, the newest first.
SELECT t.name, t.value, t.time_ms, t.subject, t.id, t.source
FROM traits t
SEMI JOIN picked_id p ON p.subject = t.subject AND p.id = t.id
ORDER BY t.name, t.time_ms DESC, t.seq DESC
