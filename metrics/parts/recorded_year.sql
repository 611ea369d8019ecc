-- The same over twelve months that were all sent and all counted by one rule; a year over two rules is none.
CREATE OR REPLACE TEMP TABLE recorded_year AS
SELECT a."force", a.month_end, min(p.rule) AS rule, sum(p.crimes) AS crimes
FROM recorded_all AS a
INNER JOIN recorded_all AS p
    ON a."force" = p."force" AND p.month_end <= a.month_end AND p.month_end > last_day(a.month_end - to_months(12))
GROUP BY a."force", a.month_end
HAVING count(*) = 12 AND count(DISTINCT p.rule) = 1
