-- Open work more than 180 days old, of all open work.
SELECT "force", unit, month_end, work_family, work_type, over_180_days AS numerator, "open" AS denominator
FROM caseload
