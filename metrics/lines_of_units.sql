-- The lines that each force has set, for each unit they are for: its type's own, else the one of all types.
SELECT
    l.metric, u."force", u.unit, l.unit_type IS NOT NULL AS of_its_type, l.level, l.valid_from, l.valid_to
FROM ref_line AS l
INNER JOIN ref_unit AS u ON l."force" = u."force" AND (l.unit_type IS NULL OR l.unit_type = u.type)
WHERE list_contains($forces::VARCHAR[], l."force")
ORDER BY l.metric, u."force", u.unit, of_its_type DESC, l.valid_from
