-- Each value, by its number.
SELECT number, text FROM distinct_value
