-- Open work in the name of a person who is not carrying work, has moved to another unit, or is in no unit.
WITH here AS (
    SELECT "force", unit, month_end, crime_key, bool_or(carries_work IN ('full', 'reduced')) AS carries
    FROM person_month
    GROUP BY "force", unit, month_end, crime_key
),
anywhere AS (
    SELECT DISTINCT "force", month_end, crime_key FROM person_month
),
named AS (
    SELECT
        i."force", i.unit, i.month_end, i.work_family, i.work_type, i."open",
        CASE
            WHEN h.carries THEN NULL
            WHEN h.crime_key IS NOT NULL THEN 'not carrying'
            WHEN a.crime_key IS NOT NULL THEN 'moved'
            ELSE 'gone'
        END AS reason
    FROM investigators AS i
    LEFT JOIN here AS h
        ON i."force" = h."force" AND i.unit = h.unit AND i.month_end = h.month_end AND i.person_key = h.crime_key
    LEFT JOIN anywhere AS a
        ON i."force" = a."force" AND i.month_end = a.month_end AND i.person_key = a.crime_key
)
SELECT "force", unit, month_end, work_family, work_type, reason, "open" AS numerator, 0 AS denominator
FROM named
WHERE reason IS NOT NULL
UNION ALL BY NAME
SELECT "force", unit, month_end, work_family, work_type, 0 AS numerator, "open" AS denominator
FROM named
