-- Who is not written to.
SELECT DISTINCT kind, customer FROM suppressed
