-- What a load speaks for, but not in full, because rows are held back. A row whose unit cannot be read belongs to a unit
-- of which the load has no other row; where there are fewer of those than names unread, to any unit of the load.
WITH held AS (
    SELECT DISTINCT "force", month_end, load_id, sheet, row_number, owner
    FROM unread_word
    WHERE dataset = $name AND held
),
astray AS (
    SELECT "force", month_end, load_id, count(*) AS n
    FROM held
    WHERE owner IS NULL
    GROUP BY ALL
),
unread_name AS (
    SELECT "force", month_end, load_id, count(DISTINCT said) AS n
    FROM unread_word
    WHERE dataset = $name AND held AND owner IS NULL AND column_name = 'unit'
    GROUP BY ALL
),
readable AS (
    SELECT DISTINCT "force", month_end, load_id, owner FROM owned WHERE owner IS NOT NULL
),
scope AS (
    SELECT
        c."force", c.month_end, c.load_id, c.unit, a.n, r.owner IS NULL AS no_rows,
        count(*) FILTER (WHERE r.owner IS NULL) OVER (PARTITION BY c."force", c.month_end, c.load_id) AS units_without
    FROM claim_here AS c
    INNER JOIN astray AS a ON c."force" = a."force" AND c.month_end = a.month_end AND c.load_id = a.load_id
    LEFT JOIN readable AS r
        ON c."force" = r."force" AND c.month_end = r.month_end AND c.load_id = r.load_id AND c.unit = r.owner
)
SELECT $name AS dataset, "force", month_end, load_id, owner AS unit, FALSE AS astray, count(*) AS n
FROM held
WHERE owner IS NOT NULL
GROUP BY ALL
UNION ALL
SELECT $name, s."force", s.month_end, s.load_id, s.unit, TRUE, s.n
FROM scope AS s
SEMI JOIN holding_here AS h
    ON s."force" = h."force" AND s.month_end = h.month_end AND s.load_id = h.load_id AND s.unit = h.unit
LEFT JOIN unread_name AS m ON s."force" = m."force" AND s.month_end = m.month_end AND s.load_id = m.load_id
WHERE s.no_rows OR s.units_without < coalesce(m.n, 0)
