-- FTE in post of each unit; that of the whole force stands on a row of its own, and only where every unit and the rest
-- of the force are known.
SELECT p."force", p.unit, p.month_end, p.in_post AS numerator, 0 AS denominator
FROM people_of_force AS p
WHERE NOT p.benchmark AND p.in_post IS NOT NULL
UNION ALL
SELECT p."force", NULL AS unit, p.month_end, 0 AS numerator, sum(p.in_post) AS denominator
FROM people_of_force AS p
GROUP BY p."force", p.month_end
HAVING count(p.in_post) = count(*) AND bool_or(p.benchmark)
