-- Brings in codes (wanted), in their order, each once: pool, pool.
INSERT INTO campaign_codes
SELECT ?, code
FROM (
    SELECT unnest(getvariable('wanted')) AS code, generate_subscripts(getvariable('wanted'), 1) AS place
) brought
ANTI JOIN (SELECT code FROM campaign_codes WHERE pool = ?) known USING (code)
GROUP BY code
ORDER BY min(place)
