-- The imports that refused rows.
SELECT DISTINCT run FROM rejects ORDER BY run
