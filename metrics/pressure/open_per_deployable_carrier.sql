-- All open work, over the deployable FTE of the people who carry work of that family.
SELECT "force", unit, month_end, work_family, work_type, "open" AS numerator, 0 AS denominator
FROM caseload
UNION ALL BY NAME
SELECT "force", unit, month_end, work_family, 0 AS numerator, deployable AS denominator
FROM carrying
