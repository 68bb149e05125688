-- How the rows of a chunk fared: new events, new facts, rows known already, rows that contradict what is known.
SELECT
    count(*) FILTER (WHERE known.slot IS NULL AND staged.is_event) AS stored,
    count(*) FILTER (WHERE known.slot IS NULL AND NOT staged.is_event) AS facts,
    count(*) FILTER (WHERE known.slot IS NOT NULL AND NOT known.conflicts) AS duplicates,
    count(*) FILTER (WHERE known.conflicts) AS conflicts
FROM staged
LEFT JOIN known USING (slot)
