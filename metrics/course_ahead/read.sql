-- What lies ahead of each course, for the units of a reader.
SELECT a.unit, a.course, a.needed, a.in_date, a.if_booked, a.expiring, a.no_place, a.place_after, a.places
FROM course_ahead AS a
WHERE a."force" = $force AND a.month_end = $month AND list_contains($scope::VARCHAR[], a.unit)
ORDER BY a.unit, a.course
