-- Which visible events each selection means. The variables event, start, return, feature, from-event and to-event hold JSON, steps a list of such:
-- [{"name": NAME or null for any activity, "tests": [{"property": P, "operator": O, "to": [VALUE, …], "denied": B}, …]}, …];
-- an event matches if, for one part, its name fits and all tests hold; a denied one holds where the test fails. passive holds a JSON list of names.

CREATE OR REPLACE TEMP MACRO is_number(text) AS
    regexp_full_match(text, '-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?');
CREATE OR REPLACE TEMP MACRO is_same(a, b) AS
    a = b OR (is_number(a) AND is_number(b) AND TRY_CAST(a AS DECIMAL(38, 9)) = TRY_CAST(b AS DECIMAL(38, 9)));
-- -1, 0 or 1; null between a number and a word.
CREATE OR REPLACE TEMP MACRO order_of(a, b) AS
    CASE WHEN is_number(a) AND is_number(b)
             THEN sign(TRY_CAST(a AS DECIMAL(38, 9)) - TRY_CAST(b AS DECIMAL(38, 9)))::INTEGER
         WHEN NOT is_number(a) AND NOT is_number(b)
             THEN CASE WHEN a < b THEN -1 WHEN a > b THEN 1 ELSE 0 END
    END;
CREATE OR REPLACE TEMP MACRO fulfils(held, operator, wanted) AS
    held IS NOT NULL AND coalesce(
        CASE operator
            WHEN 'exists' THEN true
            WHEN 'contains' THEN contains(held, wanted[1])
            WHEN 'starts-with' THEN starts_with(held, wanted[1])
            WHEN 'in' THEN len(list_filter(wanted, lambda w: is_same(held, w))) > 0
            WHEN '=' THEN is_same(held, wanted[1])
            WHEN '!=' THEN NOT is_same(held, wanted[1])
            WHEN '<' THEN order_of(held, wanted[1]) < 0
            WHEN '<=' THEN order_of(held, wanted[1]) <= 0
            WHEN '>' THEN order_of(held, wanted[1]) > 0
            WHEN '>=' THEN order_of(held, wanted[1]) >= 0
        END, false);

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
