-- Open work in somebody's name, and that held by a person in the unit whose trauma-informed training is in date.
WITH standing AS (
    SELECT "force", unit, month_end, crime_key, bool_or(in_date) AS in_date
    FROM trauma_state
    GROUP BY "force", unit, month_end, crime_key
)
SELECT
    i."force", i.unit, i.month_end, i.work_family, i.work_type,
    CASE WHEN s.in_date THEN i."open" ELSE 0 END AS numerator, i."open" AS denominator
FROM investigators AS i
LEFT JOIN standing AS s
    ON i."force" = s."force" AND i.unit = s.unit AND i.month_end = s.month_end AND i.person_key = s.crime_key
