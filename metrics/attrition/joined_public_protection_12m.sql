-- People in a unit at one month end and in no public protection unit of the force at the last, each counted once, in
-- the unit where most of their FTE is. Where another unit went unheard at the last nobody can be said to have joined.
WITH heard AS (
    SELECT c."force", c.unit, c.month_end, u.valid_from
    FROM covered AS c
    INNER JOIN unit_of_force AS u ON c."force" = u."force" AND c.unit = u.unit
    WHERE c.dataset = 'people' AND NOT u.benchmark
),
unheard AS (
    SELECT DISTINCT b."force", b.month_end
    FROM heard AS b
    ANTI JOIN heard AS a
        ON b."force" = a."force" AND b.unit = a.unit AND b.month_end = last_day(a.month_end + INTERVAL 1 MONTH)
    WHERE b.valid_from IS NULL OR last_day(b.valid_from) < b.month_end
)
SELECT
    m."force", m.unit, m.month_end, m.role, m.worker_type,
    CASE WHEN q.month_end IS NULL THEN (w.person_key IS NULL)::INTEGER END AS numerator, 0 AS denominator
FROM main_unit AS m
INNER JOIN step AS s ON m."force" = s."force" AND m.unit = s.unit AND m.month_end = s.month_end
LEFT JOIN unheard AS q ON m."force" = q."force" AND m.month_end = q.month_end
LEFT JOIN main_unit AS w
    ON m."force" = w."force" AND m.person_key = w.person_key AND s.from_month_end = w.month_end
UNION ALL
SELECT "force", unit, month_end, role, worker_type, 0 AS numerator, 1 AS denominator
FROM person_month
