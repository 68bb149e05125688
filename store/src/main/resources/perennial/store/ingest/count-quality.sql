-- Adds up what was counted apart.
CREATE OR REPLACE TEMP TABLE quality_sums AS
SELECT source, day, kind, sum(count) AS count FROM quality GROUP BY ALL;

DELETE FROM quality;

INSERT INTO quality FROM quality_sums;

DROP TABLE quality_sums;
