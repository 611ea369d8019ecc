-- Work received less work closed.
SELECT "force", unit, month_end, work_family, work_type, "new" - closed AS numerator, 0 AS denominator
FROM caseload
