-- The budget of the financial year that each month lies in, of each unit and (without one) of the force: of the kind, pay
-- only or all spending, that the force and most of the units there are at the month end have; pay only where both are
-- given by as many. The two are never mixed.
CREATE OR REPLACE TEMP TABLE budget_year AS
WITH given AS (
    SELECT
        b."force", m.month_end, b.year_ending, b.includes,
        count(DISTINCT u.unit) AS units
    FROM asked_month AS m
    INNER JOIN budget AS b ON b.year_ending = make_date(year(m.month_end) + (month(m.month_end) > 3)::INTEGER, 3, 31)
    LEFT JOIN unit_of_force AS u
        ON b."force" = u."force" AND b.unit = u.unit AND NOT u.benchmark
        AND (u.valid_from IS NULL OR u.valid_from <= m.month_end)
        AND (u.valid_to IS NULL OR u.valid_to >= m.month_end)
    GROUP BY b."force", m.month_end, b.year_ending, b.includes
    HAVING count(u.unit) > 0 AND count(*) > count(b.unit)
),
chosen AS (
    SELECT "force", month_end, year_ending, includes
    FROM given
    QUALIFY row_number() OVER (PARTITION BY "force", month_end ORDER BY units DESC, includes DESC) = 1
)
SELECT b."force", b.unit, c.month_end, b.budget_pounds AS pounds
FROM chosen AS c
INNER JOIN budget AS b ON c."force" = b."force" AND c.year_ending = b.year_ending AND c.includes = b.includes
