-- The budget of the financial year that each month lies in, of each unit and (without one) of the force: pay only where
-- the force and a unit are both given so, else all spending where both are. The two are never mixed.
CREATE OR REPLACE TEMP TABLE budget_year AS
WITH both_given AS (
    SELECT "force", year_ending, max(includes) AS includes
    FROM (
        SELECT "force", year_ending, includes
        FROM budget
        GROUP BY "force", year_ending, includes
        HAVING count(unit) > 0 AND count(*) > count(unit)
    )
    GROUP BY "force", year_ending
)
SELECT b."force", b.unit, m.month_end, b.budget_pounds AS pounds
FROM asked_month AS m
INNER JOIN both_given AS g
    ON g.year_ending = make_date(year(m.month_end) + (month(m.month_end) > 3)::INTEGER, 3, 31)
INNER JOIN budget AS b ON g."force" = b."force" AND g.year_ending = b.year_ending AND g.includes = b.includes
