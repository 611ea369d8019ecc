-- The hours of work that the product shows. analysis.staffing.workload states them in Python; a test ties the two.
-- Hours that the month's new work brings, at the weights that were approved and in force at its end. A family that never
-- had an approved weight has no row; a work type without one in force has no hours, unless it had no new work.
CREATE OR REPLACE TEMP TABLE work_hours AS
WITH weight AS (
    SELECT r."force", m.month_end, r.work_family, r.work_type, r.hours, r.low, r.high
    FROM ref_weight AS r
    INNER JOIN calendar AS m
        ON (r.valid_from IS NULL OR r.valid_from <= m.month_end) AND (r.valid_to IS NULL OR r.valid_to >= m.month_end)
    WHERE r.status = 'approved'
)
SELECT
    c."force", c.unit, c.month_end, c.work_family, c.work_type,
    CASE WHEN c."new" = 0 THEN 0 ELSE c."new" * w.hours END AS hours,
    CASE WHEN c."new" = 0 THEN 0 ELSE c."new" * w.low END AS low,
    CASE WHEN c."new" = 0 THEN 0 ELSE c."new" * w.high END AS high
FROM caseload AS c
INNER JOIN (SELECT DISTINCT "force", work_family FROM ref_weight WHERE status = 'approved') AS f
    ON c."force" = f."force" AND c.work_family = f.work_family
LEFT JOIN weight AS w
    ON c."force" = w."force" AND c.month_end = w.month_end
    AND c.work_family = w.work_family AND c.work_type = w.work_type
