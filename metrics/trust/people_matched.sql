-- People with work in the crime system found in People; people in People found in the training record.
WITH crime AS (
    SELECT DISTINCT "force", unit, month_end, person_key FROM investigators
),
person AS (
    SELECT DISTINCT "force", month_end, crime_key FROM person_month
),
trained AS (
    SELECT DISTINCT "force", month_end, person_key FROM course_state
)
SELECT
    c."force", c.unit, c.month_end, 'crime system' AS reason,
    (p.crime_key IS NOT NULL)::INTEGER AS numerator, 1 AS denominator
FROM crime AS c
LEFT JOIN person AS p ON c."force" = p."force" AND c.month_end = p.month_end AND c.person_key = p.crime_key
UNION ALL
SELECT
    p."force", p.unit, p.month_end, 'training record' AS reason,
    (d.person_key IS NOT NULL)::INTEGER AS numerator, 1 AS denominator
FROM person_month AS p
INNER JOIN training_source AS t ON p."force" = t."force" AND p.unit = t.unit AND p.month_end = t.month_end
LEFT JOIN trained AS d ON p."force" = d."force" AND p.month_end = d.month_end AND p.training_key = d.person_key
