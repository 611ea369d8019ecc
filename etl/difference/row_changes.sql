-- Rows new, changed, gone and the same. A movement is known in whichever month it was told.
WITH here AS (
    SELECT r.*, c.compared
    FROM will_row AS r
    INNER JOIN compared AS c
        ON r.dataset = c.dataset AND r."force" = c."force" AND r.month_end = c.month_end AND r.unit = c.unit
),
there AS (
    SELECT r.*, c.month_end AS at, c.compared
    FROM was_row AS r
    INNER JOIN compared AS c
        ON r.dataset = c.dataset AND r."force" = c."force" AND r.month_end = c.compared AND r.unit = c.unit
),
seen AS (
    SELECT
        h.dataset, h."force", h.month_end, h.unit,
        CASE WHEN b."key" IS NULL THEN 'new' WHEN b.content <> h.content THEN 'changed' ELSE 'same' END AS what
    FROM here AS h
    LEFT JOIN was_row AS b
        ON h.dataset = b.dataset AND h."force" = b."force" AND h."key" = b."key" AND h.nth = b.nth
        AND (b.month_end = h.compared OR h.dataset = 'movements')
    UNION ALL
    SELECT t.dataset, t."force", t.at, t.unit, 'gone'
    FROM there AS t
    ANTI JOIN will_row AS r
        ON t.dataset = r.dataset AND t."force" = r."force" AND t."key" = r."key" AND t.nth = r.nth
        AND (r.month_end = t.at OR t.dataset = 'movements')
)
SELECT
    c."force", c.dataset, c.month_end, c.unit, c.compared,
    count(*) FILTER (WHERE s.what = 'new') AS n_new,
    count(*) FILTER (WHERE s.what = 'changed') AS n_changed,
    count(*) FILTER (WHERE s.what = 'gone') AS n_gone,
    count(*) FILTER (WHERE s.what = 'same') AS n_same
FROM compared AS c
LEFT JOIN seen AS s
    ON c.dataset = s.dataset AND c."force" = s."force" AND c.month_end = s.month_end AND c.unit = s.unit
GROUP BY ALL
ORDER BY ALL
