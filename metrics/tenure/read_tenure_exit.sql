-- Where people went, for a reader of every unit that the curve pools: all of the force, or all of the type.
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
SELECT e.level, e.name, e.destination, e.exits
FROM tenure_exit AS e
INNER JOIN may AS m ON e.level = m.level AND e.name = m.name
WHERE e."force" = $force AND e.month_end = $month AND e.fewest = $fewest
ORDER BY e.level, e.name, e.destination
