-- Open work overdue, as its family counts it, of all open work.
SELECT "force", unit, month_end, work_family, work_type, overdue AS numerator, "open" AS denominator
FROM caseload
