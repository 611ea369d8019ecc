-- Each person in each unit at each month end. `share` is how much work they carry: full 1, reduced as the force has
-- set, otherwise none. It is not known where they carry reduced work and the force has set no share.
CREATE OR REPLACE TEMP TABLE person_month AS
SELECT
    p."force", p.unit, u.unit_type, p.month_end, p.person_key, p.role, p.worker_type, p.fte, p.carries_work, p.stage,
    p.in_unit_since, p.acting_or_temporary,
    coalesce(p.crime_key, p.person_key) AS crime_key,
    coalesce(p.training_key, p.person_key) AS training_key,
    CASE p.carries_work WHEN 'full' THEN 1.0 WHEN 'reduced' THEN r.share ELSE 0.0 END AS share
FROM people AS p
INNER JOIN unit_of_force AS u ON p."force" = u."force" AND p.unit = u.unit
LEFT JOIN reduced_share AS r ON p."force" = r."force" AND p.month_end = r.month_end
WHERE NOT u.benchmark
