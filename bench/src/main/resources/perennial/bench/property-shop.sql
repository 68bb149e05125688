-- The first half of the properties: 12 categories in 40 countries.
CREATE OR REPLACE TEMP TABLE property_shop AS
SELECT k, '{"category":"' || (k // 40) || '","country":"' || (k % 40) || '","items":' AS text FROM range(480) r(k)
