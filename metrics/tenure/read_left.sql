-- Who left a unit in the months from one to another, by where to and why, for a reader of the unit.
SELECT l.destination, l.reason, sum(l.people)::INTEGER AS people
FROM unit_left AS l
WHERE l."force" = $force AND l.unit = $unit AND l.month_end BETWEEN $first AND $last
    AND list_contains($scope::VARCHAR[], l.unit)
GROUP BY l.destination, l.reason
ORDER BY l.destination, l.reason
