-- All open work, unallocated included.
SELECT "force", unit, month_end, work_family, work_type, "open" AS numerator, 0 AS denominator
FROM caseload
