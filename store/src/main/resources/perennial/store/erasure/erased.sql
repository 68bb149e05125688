-- The hashes of erased ids.
SELECT hash FROM erased
