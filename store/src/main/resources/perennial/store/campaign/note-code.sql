-- Brings in a code: pool, code.
INSERT INTO campaign_codes SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM campaign_codes WHERE pool = ? AND code = ?)
