-- The unit months in which everything one kind of figure needs was sent: any one of the alternatives, whole, in the
-- month itself and in each month back that the figure reaches.
CREATE OR REPLACE TEMP TABLE ready AS
WITH alternative AS (
    SELECT row_number() OVER () AS number, datasets
    FROM (SELECT unnest($needs::VARCHAR[][]) AS datasets)
),
whole AS (
    SELECT DISTINCT c."force", c.unit, c.month_end
    FROM alternative AS a
    INNER JOIN covered AS c ON list_contains(a.datasets, c.dataset)
    GROUP BY c."force", c.unit, c.month_end, a.number, len(a.datasets)
    HAVING count(DISTINCT c.dataset) = len(a.datasets)
),
wanted AS (
    SELECT u."force", u.unit, m.month_end
    FROM unit_of_force AS u
    CROSS JOIN asked_month AS m
    WHERE $whose <> 'whole force' AND u.benchmark = ($whose = 'rest of force')
    UNION ALL
    SELECT a."force", NULL AS unit, m.month_end
    FROM asked_force AS a
    CROSS JOIN asked_month AS m
    WHERE $whose IN ('whole force', 'share of force')
),
reach AS (
    SELECT unnest($months_back::INTEGER[]) AS months
)
SELECT w."force", w.unit, w.month_end
FROM wanted AS w
CROSS JOIN reach AS r
LEFT JOIN whole AS h
    ON w."force" = h."force" AND w.unit = h.unit
    AND h.month_end = last_day(w.month_end - to_months(r.months))
GROUP BY w."force", w.unit, w.month_end
HAVING len($needs::VARCHAR[][]) = 0 OR count(h.unit) = count(*)
