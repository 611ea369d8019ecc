-- Each unit type against all others: for a reader of every unit, since it is about them all.
SELECT t.name, t.exits, t.expected, t.chi_squared, t.p_value
FROM tenure_test AS t
WHERE t."force" = $force AND t.month_end = $month
    AND NOT EXISTS (
        SELECT 1 FROM ref_unit AS u
        WHERE u."force" = t."force" AND NOT coalesce(u.benchmark, FALSE)
            AND NOT list_contains($scope::VARCHAR[], u.unit)
    )
ORDER BY t.name
