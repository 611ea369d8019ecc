-- Hours of new work at the low end of the approved weights, over the hours of the deployable people who carry it.
SELECT "force", unit, month_end, work_family, work_type, low AS numerator, 0 AS denominator
FROM work_hours
UNION ALL BY NAME
SELECT "force", unit, month_end, work_family, 0 AS numerator, hours AS denominator
FROM carrier_hours
