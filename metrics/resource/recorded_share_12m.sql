-- The same over twelve months of one counting rule, of a kind of work that was counted in each of them.
SELECT
    y."force", p.unit, y.month_end, p.work_type,
    CASE WHEN count(p.crimes) = 12 THEN sum(p.crimes) END AS numerator, 0 AS denominator
FROM recorded_year AS y
INNER JOIN recorded_part AS p
    ON y."force" = p."force" AND p.month_end <= y.month_end AND p.month_end > last_day(y.month_end - to_months(12))
WHERE p.unit IS NULL
GROUP BY y."force", p.unit, y.month_end, p.work_type
UNION ALL
SELECT y."force", NULL AS unit, y.month_end, NULL AS work_type, 0 AS numerator, y.crimes AS denominator
FROM recorded_year AS y
