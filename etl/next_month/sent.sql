-- The sheets and months that a unit's own returns speak for, with how many rows are held back. A record of the
-- whole force is not the unit's to send again.
SELECT dataset, month_end AS month, sum(rows_held)::BIGINT AS held
FROM coverage
WHERE "force" = $force AND unit = $unit
GROUP BY dataset, month_end
ORDER BY dataset, month_end
