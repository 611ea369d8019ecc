-- Work charged and waiting for court, beside open work and not a reason to discount it.
SELECT "force", unit, month_end, work_family, work_type, charged_before_court AS numerator, "open" AS denominator
FROM caseload
