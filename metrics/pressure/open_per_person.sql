-- One row for each person carrying fully: the open work in their name in the unit, and their FTE there. A person with
-- none in their name carries none; the families are those their role carries and the unit has.
WITH held AS (
    SELECT "force", unit, month_end, person_key, work_family, sum("open") AS "open"
    FROM investigators
    GROUP BY "force", unit, month_end, person_key, work_family
),
family AS (
    SELECT DISTINCT w."force", w.unit, w.month_end, w.work_family, c.role
    FROM (SELECT DISTINCT "force", unit, month_end, work_family FROM investigators) AS w
    INNER JOIN carrier AS c ON w."force" = c."force" AND w.month_end = c.month_end AND w.work_family = c.work_family
),
ceiling AS (
    SELECT
        f."force", f.month_end, f.work_family, f.role,
        arg_max(s.open_per_fte, coalesce(s.valid_from, DATE '1900-01-01')) AS ceiling
    FROM (SELECT DISTINCT "force", month_end, work_family, role FROM family) AS f
    INNER JOIN ref_ceiling AS s
        ON f."force" = s."force" AND f.work_family = s.work_family AND f.role = s.role
        AND (s.valid_from IS NULL OR s.valid_from <= f.month_end)
        AND (s.valid_to IS NULL OR s.valid_to >= f.month_end)
    GROUP BY f."force", f.month_end, f.work_family, f.role
)
SELECT
    p."force", p.unit, p.month_end, f.work_family,
    coalesce(h."open", 0) AS numerator, p.fte AS denominator, c.ceiling
FROM person_month AS p
INNER JOIN family AS f
    ON p."force" = f."force" AND p.unit = f.unit AND p.month_end = f.month_end AND p.role = f.role
LEFT JOIN held AS h
    ON p."force" = h."force" AND p.unit = h.unit AND p.month_end = h.month_end AND p.crime_key = h.person_key
    AND f.work_family = h.work_family
LEFT JOIN ceiling AS c
    ON p."force" = c."force" AND p.month_end = c.month_end AND f.work_family = c.work_family AND p.role = c.role
WHERE p.carries_work = 'full' AND p.fte > 0
