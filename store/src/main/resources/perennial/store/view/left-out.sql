-- The events that filters leave out.
SELECT seq FROM left_out
