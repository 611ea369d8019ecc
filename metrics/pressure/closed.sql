-- Work closed in the month.
SELECT "force", unit, month_end, work_family, work_type, closed AS numerator, 0 AS denominator
FROM caseload
