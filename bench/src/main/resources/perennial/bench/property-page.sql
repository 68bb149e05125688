-- The second half: 1 to 5 items on 300 pages.
CREATE OR REPLACE TEMP TABLE property_page AS
SELECT k, (k % 5 + 1) || ',"page":"/p/' || (k // 5) || '","plan":"' AS text FROM range(1500) r(k)
