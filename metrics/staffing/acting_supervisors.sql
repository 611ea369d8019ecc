-- Supervisors in post who are acting or temporary. A unit that never says has not said.
WITH said AS (
    SELECT "force", unit, month_end, count(acting_or_temporary) > 0 AS any_said
    FROM person_month
    GROUP BY "force", unit, month_end
)
SELECT
    p."force", p.unit, p.month_end, p.worker_type,
    CASE
        WHEN NOT s.any_said THEN NULL
        WHEN p.acting_or_temporary IN ('acting', 'temporary', 'yes') THEN p.fte
        ELSE 0
    END AS numerator,
    p.fte AS denominator
FROM person_month AS p
INNER JOIN said AS s ON p."force" = s."force" AND p.unit = s.unit AND p.month_end = s.month_end
WHERE p.role = 'supervisor'
