-- Work closed, over work received.
SELECT "force", unit, month_end, work_family, work_type, closed AS numerator, "new" AS denominator
FROM caseload
