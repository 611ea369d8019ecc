-- Open work waiting for the Crown Prosecution Service, of all open work.
SELECT "force", unit, month_end, work_family, work_type, awaiting_cps AS numerator, "open" AS denominator
FROM caseload
