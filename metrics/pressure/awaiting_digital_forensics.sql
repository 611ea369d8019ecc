-- Open work waiting for digital forensics, of all open work.
SELECT "force", unit, month_end, work_family, work_type, awaiting_digital_forensics AS numerator, "open" AS denominator
FROM caseload
