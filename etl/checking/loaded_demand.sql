-- What stands of recorded demand, month by month.
SELECT coalesce(unit, 'Whole force'), category, counted_as, month_end, "count", definition
FROM w.demand
WHERE "force" = $force
ORDER BY month_end
