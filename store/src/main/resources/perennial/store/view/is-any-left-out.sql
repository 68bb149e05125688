-- Whether filters leave any event out.
SELECT EXISTS (SELECT 1 FROM left_out)
