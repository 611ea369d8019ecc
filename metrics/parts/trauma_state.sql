-- How each person in post stands with trauma-informed training: any such course will do.
CREATE OR REPLACE TEMP TABLE trauma_state AS
WITH done AS (
    SELECT "force", month_end, person_key, bool_or(ever) AS ever, max(until) AS until, bool_or(exempt) AS exempt
    FROM course_state
    WHERE trauma_informed
    GROUP BY "force", month_end, person_key
)
SELECT
    p."force", p.unit, p.month_end, p.person_key, p.crime_key, p.role, p.worker_type, p.carries_work,
    coalesce(d.ever, FALSE) AS ever, coalesce(d.until >= p.month_end, FALSE) AS in_date
FROM person_month AS p
INNER JOIN training_source AS t ON p."force" = t."force" AND p.unit = t.unit AND p.month_end = t.month_end
LEFT JOIN done AS d
    ON p."force" = d."force" AND p.month_end = d.month_end AND p.training_key = d.person_key
WHERE NOT coalesce(d.exempt, FALSE) OR d.ever
