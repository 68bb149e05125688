-- Where texts are stored.
SELECT table_name, column_name
FROM information_schema.columns
WHERE table_schema = 'main' AND data_type = 'VARCHAR'
  AND table_name IN (SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE')
ORDER BY table_name, column_name
