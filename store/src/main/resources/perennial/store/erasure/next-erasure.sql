-- The number of the next erasure.
SELECT coalesce(max(erasure), 0) + 1 FROM erased
