-- Joiners of the unit less leavers of it.
SELECT p."force", p.unit, p.month_end, p.role, p.worker_type, 1 AS numerator, 0 AS denominator
FROM person_month AS p
INNER JOIN step AS s ON p."force" = s."force" AND p.unit = s.unit AND p.month_end = s.month_end
ANTI JOIN person_month AS q
    ON p."force" = q."force" AND p.unit = q.unit AND p.person_key = q.person_key AND s.from_month_end = q.month_end
UNION ALL
SELECT "force", unit, month_end, role, worker_type, -1 AS numerator, 0 AS denominator
FROM exit
