-- The rows whose load still speaks for their unit and month.
SELECT r.*
FROM owned AS r
WHERE
    EXISTS (
        SELECT 1
        FROM holding_here AS h
        WHERE h.load_id = r.load_id AND h."force" = r."force" AND h.month_end = r.month_end AND h.unit = r.owner
    )
    OR (
        r.owner IS NULL AND EXISTS (
            SELECT 1
            FROM holding_here AS h
            WHERE h.load_id = r.load_id AND h."force" = r."force" AND h.month_end = r.month_end
        )
    )
