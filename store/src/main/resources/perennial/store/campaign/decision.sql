-- Decisions by their ids (wanted), with where their messages are.
SELECT d.*, coalesce(s.state, 'planned') AS state, s.skipped, coalesce(s.detail, '') AS detail, s.at_ms AS state_ms,
    coalesce(s.tries, 0) AS tries
FROM campaign_decisions d
LEFT JOIN (
    SELECT decision, arg_max(state, number) AS state, arg_max(coalesce(why, ''), number) AS skipped,
        arg_max(detail, number) AS detail, max(at_ms) AS at_ms, count(*) FILTER (state = 'sending') AS tries
    FROM campaign_sends WHERE decision IN (SELECT unnest(getvariable('wanted'))) GROUP BY decision
) s ON s.decision = d.id
WHERE d.id IN (SELECT unnest(getvariable('wanted')))
