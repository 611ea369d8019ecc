-- A published spread, for a level the reader asks for. A unit's own is seen only by those who may see the unit.
SELECT s."force", s.level, s.name, s.month_end, s.work_family, s.n, s.median, s.p90, s.over_ceiling
FROM spread AS s
WHERE s.metric = $metric
    AND s.level = $level
    AND s."force" || '/' || CASE WHEN s.level = 'unit' THEN s.name ELSE '' END IN (SELECT unnest($scope::VARCHAR[]))
    AND ($month_from IS NULL OR s.month_end >= $month_from::DATE)
    AND ($month_to IS NULL OR s.month_end <= $month_to::DATE)
    AND ($work_family IS NULL OR list_contains($work_family::VARCHAR[], s.work_family))
ORDER BY s."force", s.name, s.month_end, s.work_family
