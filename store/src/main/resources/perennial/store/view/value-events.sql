-- The number of its value for each event that has one.
SELECT v.number, e.seq FROM valued e JOIN distinct_value v ON v.text = e.text
