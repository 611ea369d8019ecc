-- Recorded crimes that became the work of each unit: its own count of all of them where it sent one, each crime once,
-- else kind by kind. All recorded crime of the force stands on a row of its own.
SELECT p."force", p.unit, p.month_end, p.work_type, p.crimes AS numerator, 0 AS denominator
FROM recorded_part AS p
WHERE p.unit IS NOT NULL
QUALIFY
    p.work_type = 'all recorded crime'
    OR NOT bool_or(p.work_type = 'all recorded crime') OVER (PARTITION BY p."force", p.unit, p.month_end)
UNION ALL
SELECT a."force", NULL AS unit, a.month_end, NULL AS work_type, 0 AS numerator, a.crimes AS denominator
FROM recorded_all AS a
