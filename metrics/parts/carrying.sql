-- Deployable FTE of the people who carry a family of work, in the units that have such work.
CREATE OR REPLACE TEMP TABLE carrying AS
SELECT
    w."force", w.unit, w.month_end, w.work_family,
    CASE WHEN count(s.deployable) = count(*) THEN sum(s.deployable) END AS deployable
FROM (SELECT DISTINCT "force", unit, month_end, work_family FROM caseload) AS w
INNER JOIN carrier AS c ON w."force" = c."force" AND w.month_end = c.month_end AND w.work_family = c.work_family
INNER JOIN staff AS s
    ON w."force" = s."force" AND w.unit = s.unit AND w.month_end = s.month_end AND c.role = s.role
GROUP BY w."force", w.unit, w.month_end, w.work_family
