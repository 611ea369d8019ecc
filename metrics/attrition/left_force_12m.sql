-- Movements "leave force", counted once per person and day, in the unit that was left.
WITH leaver AS (
    SELECT
        m."force", m.month_end, m.person_key,
        coalesce(u.unit, p.unit) AS unit, coalesce(r.role, p.role) AS role,
        coalesce(r.worker_type, p.worker_type) AS worker_type
    FROM movement AS m
    LEFT JOIN (SELECT * FROM unit_of_force WHERE NOT benchmark) AS u
        ON m."force" = u."force" AND m.from_unit = u.unit
    LEFT JOIN main_unit AS p
        ON m."force" = p."force" AND m.person_key = p.person_key
        AND p.month_end = last_day(m.month_end - INTERVAL 1 MONTH)
    LEFT JOIN person_month AS r
        ON m."force" = r."force" AND m.person_key = r.person_key AND u.unit = r.unit
        AND r.month_end = last_day(m.month_end - INTERVAL 1 MONTH)
    WHERE m.event = 'leave force' AND (m.from_unit IS NULL OR u.unit IS NOT NULL)
)
SELECT "force", unit, month_end, role, worker_type, 1 AS numerator, 0 AS denominator
FROM leaver
WHERE unit IS NOT NULL
UNION ALL
SELECT "force", unit, month_end, role, worker_type, 0 AS numerator, 1 AS denominator
FROM person_month
