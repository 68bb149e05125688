-- The number of its value for each event that has one.
SELECT v.number, e.seq FROM said e JOIN distinct_value v ON v.text = e.text
