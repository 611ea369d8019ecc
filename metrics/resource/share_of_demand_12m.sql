-- The same over twelve months of one counting rule, of a unit that was counted in each of them.
WITH reached AS (
    SELECT
        y."force", y.month_end, p.unit, p.work_type, p.crimes,
        count(DISTINCT p.month_end) OVER (PARTITION BY y."force", y.month_end, p.unit) AS months
    FROM recorded_year AS y
    INNER JOIN recorded_part AS p
        ON y."force" = p."force" AND p.month_end <= y.month_end
        AND p.month_end > last_day(y.month_end - to_months(12))
    WHERE p.unit IS NOT NULL
)
SELECT
    r."force", r.unit, r.month_end, r.work_type,
    CASE WHEN count(r.crimes) = count(*) AND min(r.months) = 12 THEN sum(r.crimes) END AS numerator, 0 AS denominator
FROM reached AS r
GROUP BY r."force", r.unit, r.month_end, r.work_type
UNION ALL
SELECT y."force", NULL AS unit, y.month_end, NULL AS work_type, 0 AS numerator, y.crimes AS denominator
FROM recorded_year AS y
