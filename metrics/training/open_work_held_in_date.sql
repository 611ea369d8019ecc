-- Open work in somebody's name, and that held by a person in date on every course their role there needs. Somebody
-- who is not in the unit is in date on none; somebody whose role needs none is left out.
WITH standing AS (
    SELECT "force", unit, month_end, crime_key, bool_and(in_date) AS in_date
    FROM course_need
    GROUP BY "force", unit, month_end, crime_key
),
here AS (
    SELECT DISTINCT "force", unit, month_end, crime_key FROM person_month
)
SELECT
    i."force", i.unit, i.month_end, i.work_family, i.work_type,
    CASE WHEN s.in_date THEN i."open" ELSE 0 END AS numerator, i."open" AS denominator
FROM investigators AS i
LEFT JOIN standing AS s
    ON i."force" = s."force" AND i.unit = s.unit AND i.month_end = s.month_end AND i.person_key = s.crime_key
LEFT JOIN here AS h
    ON i."force" = h."force" AND i.unit = h.unit AND i.month_end = h.month_end AND i.person_key = h.crime_key
WHERE h.crime_key IS NULL OR s.crime_key IS NOT NULL
