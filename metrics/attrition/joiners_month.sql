-- People in the unit at this month end and not at the last.
SELECT p."force", p.unit, p.month_end, p.role, p.worker_type, 1 AS numerator, 0 AS denominator
FROM person_month AS p
INNER JOIN step AS s ON p."force" = s."force" AND p.unit = s.unit AND p.month_end = s.month_end
ANTI JOIN person_month AS q
    ON p."force" = q."force" AND p.unit = q.unit AND p.person_key = q.person_key AND s.from_month_end = q.month_end
