-- Open work more than 365 days old, of all open work.
SELECT "force", unit, month_end, work_family, work_type, over_365_days AS numerator, "open" AS denominator
FROM caseload
