-- Whether what an event or a person holds fulfils a test: two numbers compare as numbers, anything else as text.
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
