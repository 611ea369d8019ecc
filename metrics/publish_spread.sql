-- What is kept of a distribution: four numbers for each group of at least ten people, and no row of any person.
INSERT INTO spread_new
WITH person AS (
    SELECT p."force", p.unit, u.unit_type, p.month_end, p.work_family, p.numerator / p.denominator AS load, p.ceiling
    FROM part AS p
    INNER JOIN ready AS r ON p."force" = r."force" AND p.unit = r.unit AND p.month_end = r.month_end
    INNER JOIN unit_of_force AS u ON p."force" = u."force" AND p.unit = u.unit
    WHERE p.denominator > 0
),
pooled AS (
    SELECT "force", 'unit' AS level, unit AS name, month_end, work_family, load, ceiling FROM person
    UNION ALL
    SELECT "force", 'unit type' AS level, unit_type AS name, month_end, work_family, load, ceiling FROM person
    UNION ALL
    SELECT "force", 'force' AS level, "force" AS name, month_end, work_family, load, ceiling FROM person
)
SELECT
    $metric AS metric, "force", level, name, month_end, work_family, count(*) AS n, median(load) AS median,
    quantile_cont(load, 0.9) AS p90,
    CASE WHEN count(ceiling) = count(*) THEN avg((load > ceiling)::INTEGER) END AS over_ceiling
FROM pooled
GROUP BY ALL
HAVING count(*) >= $fewest_people
