-- Each coded row with the unit its load answers for it by: the first of its units that the load covers.
-- NULL where the load covers none of them; such a row stands as long as the load speaks for anything in the month.
SELECT
    r.*,
    CASE
        WHEN a.unit IS NOT NULL THEN r.first_unit
        WHEN b.unit IS NOT NULL THEN r.second_unit
    END AS owner
FROM coded AS r
LEFT JOIN claim_here AS a
    ON r.load_id = a.load_id AND r."force" = a."force" AND r.month_end = a.month_end AND r.first_unit = a.unit
LEFT JOIN claim_here AS b
    ON r.load_id = b.load_id AND r."force" = b."force" AND r.month_end = b.month_end AND r.second_unit = b.unit
