-- The three returns expected of each unit each month, and those that came for that month.
WITH expected AS (
    SELECT u."force", u.unit, m.month_end, r.dataset, r.reason
    FROM unit_of_force AS u
    CROSS JOIN asked_month AS m
    CROSS JOIN (VALUES ('caseload', 'caseload'), ('establishment', 'attrition'), ('training', 'training'))
        AS r(dataset, reason)
    WHERE NOT u.benchmark
        AND (u.valid_from IS NULL OR u.valid_from <= m.month_end)
        AND (u.valid_to IS NULL OR u.valid_to >= m.month_end)
)
SELECT
    e."force", e.unit, e.month_end, e.reason,
    (s.dataset IS NOT NULL)::INTEGER AS numerator, 1 AS denominator
FROM expected AS e
LEFT JOIN sent AS s
    ON e."force" = s."force" AND e.unit = s.unit AND e.month_end = s.month_end AND e.dataset = s.dataset
