-- A KPI by hand, of the visible events: in each period, those who ordered and twice those who searched, of all who were
-- active, less a half; undefined where nobody was active.
SELECT label AS period, (ordered + 2 * searched)::DOUBLE / nullif(active, 0) - 0.5 AS value, state
FROM (
    SELECT p.label, p.state,
           count(DISTINCT v.owner) FILTER (v.name = 'Order Completed') AS ordered,
           count(DISTINCT v.owner) FILTER (v.name = 'Searched') AS searched,
           count(DISTINCT v.owner) FILTER (NOT list_contains(from_json(getvariable('passive'), '["VARCHAR"]'), v.name)) AS active
    FROM periods AS p
    LEFT JOIN visible AS v ON v.time_ms >= p.start_ms AND v.time_ms < p.end_ms
    GROUP BY p.label, p.state)
ORDER BY label;
