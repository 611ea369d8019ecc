-- Of each unit and of the whole force, the budgets of its newest financial year up to another; of one unit where it is named.
SELECT b.*
FROM budget AS b
WHERE b."force" = $force AND b.year_ending <= $before AND ($unit IS NULL OR b.unit = $unit)
QUALIFY b.year_ending = max(b.year_ending) OVER (PARTITION BY b.unit)
