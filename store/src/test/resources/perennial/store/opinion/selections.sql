-- Which visible events each selection means. The variables event, start, return, feature, from-event and to-event hold JSON, steps a list of such:
-- [{"name": NAME or null for any activity, "tests": [{"property": P, "operator": O, "to": [VALUE, …], "denied": B}, …]}, …];
-- an event matches if, for one part, its name fits and all tests hold; a denied one holds where the test fails. passive holds a JSON list of names.

CREATE OR REPLACE TEMP TABLE parts AS
SELECT role, row_number() OVER () AS part, each.name AS name, each.tests AS tests
FROM (
    SELECT role, unnest(from_json(asked,
        '[{"name": "VARCHAR", "tests": [{"property": "VARCHAR", "operator": "VARCHAR", "to": ["VARCHAR"], "denied": "BOOLEAN"}]}]')) AS each
    FROM (
        SELECT role, asked
        FROM (VALUES ('event', getvariable('event')), ('start', getvariable('start')), ('return', getvariable('return')),
                     ('feature', getvariable('feature')), ('from-event', getvariable('from-event')),
                     ('to-event', getvariable('to-event'))) AS asked_for(role, asked)
        UNION ALL
        SELECT 'step ' || unnest(range(1, getvariable('step_count') + 1)),
               unnest(from_json(getvariable('steps'), '["JSON"]'))));

CREATE OR REPLACE TEMP TABLE tests AS
SELECT part, test.property AS property, test.operator AS operator, test.to AS wanted, test.denied AS denied
FROM (SELECT part, unnest(tests) AS test FROM parts);

CREATE OR REPLACE TEMP TABLE chosen AS
SELECT DISTINCT p.role, v.seq, v.owner, v.time_ms, v.local_time, v.local_day
FROM visible AS v
JOIN parts AS p
  ON p.name = v.name
  OR (p.name IS NULL AND NOT list_contains(from_json(getvariable('passive'), '["VARCHAR"]'), v.name))
WHERE NOT EXISTS (
    FROM tests AS t
    WHERE t.part = p.part
      AND t.denied = fulfils(
          CASE t.property
              WHEN 'value' THEN v.value::VARCHAR
              WHEN 'currency' THEN v.currency
              ELSE json_extract_string(v.properties, '$."' || t.property || '"') END,
          t.operator, t.wanted));
