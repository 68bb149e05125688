-- How many different values there are.
SELECT count(*) FROM distinct_value
