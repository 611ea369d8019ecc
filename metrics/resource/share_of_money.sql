-- The budget of each unit for the financial year; that of the whole force stands on a row of its own.
SELECT b."force", b.unit, b.month_end, b.pounds AS numerator, 0 AS denominator
FROM budget_year AS b
WHERE b.unit IS NOT NULL
UNION ALL
SELECT b."force", NULL AS unit, b.month_end, 0 AS numerator, b.pounds AS denominator
FROM budget_year AS b
WHERE b.unit IS NULL
