-- The lines that each force has set, for each unit they are for: first those of one family of work, and of two such the
-- one of the unit's own type.
SELECT
    l.metric, u."force", u.unit, l.work_family, l.level, l.valid_from, l.valid_to
FROM ref_line AS l
INNER JOIN ref_unit AS u ON l."force" = u."force" AND (l.unit_type IS NULL OR l.unit_type = u.type)
WHERE list_contains($forces::VARCHAR[], l."force")
ORDER BY
    l.metric, u."force", u.unit, l.work_family IS NOT NULL DESC, l.unit_type IS NOT NULL DESC, l.valid_from
