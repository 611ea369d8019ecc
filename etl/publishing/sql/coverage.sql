-- What the loads that hold speak for, with how many rows of it are held back. NULL is the whole force; where rows are
-- dated one by one, it is the rows about the whole force, beside those of units.
SELECT
    h."force", h.dataset, h.month_end, nullif(nullif(h.unit, '*'), '') AS unit, h.load_id,
    coalesce(sum(i.n), 0)::BIGINT AS rows_held
FROM holding AS h
LEFT JOIN incomplete AS i
    ON h."force" = i."force" AND h.dataset = i.dataset AND h.month_end = i.month_end
    AND h.load_id = i.load_id AND h.unit = i.unit
WHERE h.unit <> '' OR h.dataset IN ('demand', 'budget')
GROUP BY h."force", h.dataset, h.month_end, h.unit, h.load_id
ORDER BY ALL
