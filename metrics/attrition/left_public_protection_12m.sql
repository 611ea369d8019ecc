-- People in a unit at one month end and in no public protection unit of the force at the next, each counted once, in
-- the unit where most of their FTE was. While another unit is unheard nobody can be said to have left.
SELECT
    m."force", m.unit, s.month_end, m.role, m.worker_type,
    CASE WHEN s.all_seen THEN (n.person_key IS NULL)::INTEGER END AS numerator, 0 AS denominator
FROM main_unit AS m
INNER JOIN step AS s ON m."force" = s."force" AND m.unit = s.unit AND m.month_end = s.from_month_end
LEFT JOIN main_unit AS n
    ON m."force" = n."force" AND m.person_key = n.person_key AND s.month_end = n.month_end
UNION ALL
SELECT "force", unit, month_end, role, worker_type, 0 AS numerator, 1 AS denominator
FROM person_month
