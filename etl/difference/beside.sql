-- The months of the current file that rows may be compared with: those spoken for, and of each unit its newest before.
SELECT dataset, "force", month_end FROM touched
UNION
SELECT DISTINCT n.dataset, n."force", n.newest
FROM (
    SELECT t.dataset, t."force", t.month_end, c.unit, max(c.month_end) AS newest
    FROM touched AS t
    INNER JOIN was.coverage AS c
        ON t.dataset = c.dataset AND t."force" = c."force" AND c.month_end <= t.month_end
    GROUP BY ALL
) AS n
