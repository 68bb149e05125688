-- Every event with the number of its owner and the code of its name.
SELECT o.number, e.time_ms, n.code, e.seq
FROM answered_events e
JOIN owner o ON o.kind = e.kind AND o.id = e.id
JOIN name_code n ON n.name = e.name
