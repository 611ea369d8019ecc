-- People in the unit twelve months ago, and those of them in it now, wherever they were between.
SELECT
    p."force", p.unit, m.month_end, p.role, p.worker_type,
    (q.person_key IS NOT NULL)::INTEGER AS numerator, 1 AS denominator
FROM person_month AS p
INNER JOIN asked_month AS m ON p.month_end = last_day(m.month_end - INTERVAL 12 MONTH)
LEFT JOIN person_month AS q
    ON p."force" = q."force" AND p.unit = q.unit AND p.person_key = q.person_key AND m.month_end = q.month_end
