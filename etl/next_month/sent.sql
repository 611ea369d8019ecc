-- The sheets and months that a unit's own returns speak for, with how many rows are held back and when rows about people
-- were deleted, if they were. A record of the whole force is not the unit's to send again.
SELECT c.dataset, c.month_end AS month, sum(c.rows_held)::BIGINT AS held, max(g.deleted_at) AS deleted_at
FROM coverage AS c
LEFT JOIN rows_gone AS g
    ON c.load_id = g.load_id AND c."force" = g."force" AND c.dataset = g.dataset AND c.month_end = g.month_end
WHERE c."force" = $force AND c.unit = $unit
GROUP BY c.dataset, c.month_end
ORDER BY c.dataset, c.month_end
