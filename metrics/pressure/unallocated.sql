-- Open work in nobody's name.
SELECT "force", unit, month_end, work_family, work_type, unallocated AS numerator, "open" AS denominator
FROM caseload
