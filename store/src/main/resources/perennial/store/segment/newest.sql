-- The newest version of each saved segment, by name.
SELECT name, version, document, created_ms
FROM definitions
WHERE kind = 'segment'
QUALIFY row_number() OVER (PARTITION BY name ORDER BY version DESC) = 1
ORDER BY name
