-- High-risk work in nobody's name, of all high-risk work.
SELECT "force", unit, month_end, work_family, work_type, high_risk_unallocated AS numerator, high_risk AS denominator
FROM caseload
