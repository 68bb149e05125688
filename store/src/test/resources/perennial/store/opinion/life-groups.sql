-- Every group that a start or an end of a life belongs to, with every period.
CREATE OR REPLACE TEMP TABLE life_frame AS
SELECT g.grp, p.*
FROM (
    SELECT g.grp FROM lives AS l JOIN grouped AS g ON g.seq = l.start_seq
    UNION
    SELECT g.grp FROM lives AS l JOIN grouped AS g ON g.seq = l.end_seq
    UNION
    SELECT '' WHERE getvariable('by_kind') = '') AS g
CROSS JOIN periods AS p;
