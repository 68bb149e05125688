-- Which owners of the base are part of which touched owner.
SELECT c.base, o.number FROM carried c JOIN owner o ON o.kind = c.kind AND o.id = c.id
