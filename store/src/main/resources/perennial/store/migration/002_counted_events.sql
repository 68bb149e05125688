-- Which events count and what they are called: what definitions say of the log, worked out.

CREATE TABLE IF NOT EXISTS renamed (
    old_name VARCHAR NOT NULL,
    new_name VARCHAR NOT NULL
);

-- Events that a filter leaves out of every question, each by the first filter that does.
CREATE TABLE IF NOT EXISTS left_out (
    seq    BIGINT  NOT NULL,
    filter VARCHAR NOT NULL
);

-- How far the log was judged by the filters in force, and in which generation: the events up to there that they leave
-- out are in left_out.
CREATE TABLE IF NOT EXISTS judged (
    seq        BIGINT NOT NULL,
    generation BIGINT NOT NULL
);

INSERT INTO judged SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM judged);

CREATE OR REPLACE VIEW counted_events AS
SELECT e.* REPLACE (coalesce(r.new_name, e.name) AS name)
FROM events e
LEFT JOIN renamed r ON r.old_name = e.name
ANTI JOIN left_out l ON l.seq = e.seq;

-- Whose rows are no longer to be stored: salted hashes of ids, so that the ids themselves are not kept. The ids that were
-- erased together have one number.
CREATE TABLE IF NOT EXISTS erased (
    erasure   INTEGER NOT NULL,
    hash      VARCHAR NOT NULL,
    erased_ms BIGINT  NOT NULL
);
