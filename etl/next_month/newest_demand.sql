-- Of each unit and of the whole force, the rows of demand of its newest month before another; of one unit where it is named.
SELECT d.*
FROM demand AS d
WHERE d."force" = $force AND d.month_end < $before AND ($unit IS NULL OR d.unit = $unit)
QUALIFY d.month_end = max(d.month_end) OVER (PARTITION BY d.unit)
