-- How many events each filter leaves out.
SELECT filter, count(*) FROM left_out GROUP BY filter
