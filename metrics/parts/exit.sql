-- A person in the unit at one month end and not at the next, both having been sent. The reason is from Movements.
CREATE OR REPLACE TEMP TABLE exit AS
WITH gone AS (
    SELECT p."force", p.unit, s.month_end, p.person_key, p.role, p.worker_type
    FROM person_month AS p
    INNER JOIN step AS s ON p."force" = s."force" AND p.unit = s.unit AND p.month_end = s.from_month_end
    ANTI JOIN person_month AS q
        ON p."force" = q."force" AND p.unit = q.unit AND p.person_key = q.person_key AND s.month_end = q.month_end
),
said AS (
    SELECT g."force", g.unit, g.month_end, g.person_key, arg_max(m.reason, m.date) AS reason
    FROM gone AS g
    INNER JOIN movement AS m ON g."force" = m."force" AND g.person_key = m.person_key AND g.month_end = m.month_end
    WHERE m.event IN ('move', 'temporary move', 'leave force') AND (m.from_unit IS NULL OR m.from_unit = g.unit)
    GROUP BY g."force", g.unit, g.month_end, g.person_key
)
SELECT g."force", g.unit, g.month_end, g.person_key, g.role, g.worker_type, s.reason
FROM gone AS g
LEFT JOIN said AS s USING ("force", unit, month_end, person_key)
