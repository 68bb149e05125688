-- Which owner everyone carried over is part of.
SELECT c.place, o.number FROM carried c JOIN owner o ON o.kind = c.kind AND o.id = c.id
