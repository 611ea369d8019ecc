-- The counts behind each curve, for a reader of every unit it pools: all of the force, or all of the type.
WITH seen AS (
    SELECT u."force", coalesce(u.type, u.unit) AS name, bool_and(list_contains($scope::VARCHAR[], u.unit)) AS every_unit
    FROM ref_unit AS u
    WHERE u."force" = $force AND NOT coalesce(u.benchmark, FALSE)
    GROUP BY u."force", coalesce(u.type, u.unit)
),
may AS (
    SELECT 'unit type' AS level, name FROM seen WHERE every_unit
    UNION ALL
    SELECT 'force' AS level, "force" AS name FROM seen GROUP BY "force" HAVING bool_and(every_unit)
)
SELECT t.level, t.name, t.watched, t.start_unknown, t.starts_at, t.months, t.at_risk, t.every_year
FROM tenure AS t
INNER JOIN may AS m ON t.level = m.level AND t.name = m.name
WHERE t."force" = $force AND t.month_end = $month AND t.fewest = $fewest
ORDER BY t.level, t.name
