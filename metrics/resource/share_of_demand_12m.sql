-- The same over twelve months of one counting rule: the unit's own count of all where it is of each of them, else kind by
-- kind, each of them counted in each of the twelve. A kind that is not sent in a month is not known, and is not none.
WITH reached AS (
    SELECT
        y."force", y.month_end, p.unit, p.work_type,
        CASE WHEN count(p.crimes) = 12 THEN sum(p.crimes) END AS crimes
    FROM recorded_year AS y
    INNER JOIN recorded_part AS p
        ON y."force" = p."force" AND p.month_end <= y.month_end
        AND p.month_end > last_day(y.month_end - to_months(12))
    WHERE p.unit IS NOT NULL
    GROUP BY y."force", y.month_end, p.unit, p.work_type
),
marked AS (
    SELECT
        r.*, r.work_type = 'all recorded crime' AS every,
        bool_or(r.work_type = 'all recorded crime' AND r.crimes IS NOT NULL) OVER one AS every_known,
        bool_and(r.work_type = 'all recorded crime') OVER one AS every_alone
    FROM reached AS r
    WINDOW one AS (PARTITION BY r."force", r.unit, r.month_end)
)
SELECT m."force", m.unit, m.month_end, m.work_type, m.crimes AS numerator, 0 AS denominator
FROM marked AS m
WHERE m.every = m.every_known OR m.every_alone
UNION ALL
SELECT y."force", NULL AS unit, y.month_end, NULL AS work_type, 0 AS numerator, y.crimes AS denominator
FROM recorded_year AS y
