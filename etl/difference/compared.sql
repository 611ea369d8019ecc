-- Each sheet, month and unit that is spoken for, with the month of the current file that it is compared with: its own
-- where the unit was sent for it before, else the newest month before it. What happens once, and what is counted on one
-- day, is compared with its own month alone.
WITH named AS (
    SELECT t.dataset, t."force", t.month_end, c.unit
    FROM touched AS t
    INNER JOIN will.coverage AS c ON t.dataset = c.dataset AND t."force" = c."force" AND t.month_end = c.month_end
    WHERE c.unit IS NOT NULL AND NOT starts_with(c.dataset, 'police_')
    UNION
    SELECT r.dataset, r."force", r.month_end, r.unit
    FROM will_row AS r
    SEMI JOIN touched AS t ON r.dataset = t.dataset AND r."force" = t."force" AND r.month_end = t.month_end
    UNION
    SELECT r.dataset, r."force", r.month_end, r.unit
    FROM was_row AS r
    SEMI JOIN touched AS t ON r.dataset = t.dataset AND r."force" = t."force" AND r.month_end = t.month_end
)
SELECT n.dataset, n."force", n.month_end, n.unit, max(c.month_end) AS compared
FROM named AS n
LEFT JOIN was.coverage AS c
    ON n.dataset = c.dataset AND n."force" = c."force" AND c.month_end <= n.month_end
    AND (c.unit IS NULL OR c.unit = n.unit OR n.unit = '')
    AND (
        c.month_end = n.month_end
        OR (n.dataset <> 'movements' AND NOT starts_with(n.dataset, 'police_') AND n.dataset NOT IN ('demand', 'budget', 'post_cost'))
    )
GROUP BY ALL
