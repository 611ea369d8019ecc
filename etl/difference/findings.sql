-- Findings whose number changes, with what it was, what it would be, and what it would be the month before; none is 0.
WITH was_found AS (
    SELECT id, "force", coalesce(unit, '') AS unit, month_end, coalesce(detail, '') AS detail, sum(n) AS n
    FROM was.finding
    GROUP BY ALL
),
will_find AS (
    SELECT id, "force", coalesce(unit, '') AS unit, month_end, coalesce(detail, '') AS detail, sum(n) AS n
    FROM will.finding
    GROUP BY ALL
)
SELECT
    coalesce(n.id, w.id) AS id, coalesce(n."force", w."force") AS "force", coalesce(n.unit, w.unit) AS unit,
    coalesce(n.month_end, w.month_end) AS month_end, coalesce(n.detail, w.detail) AS detail,
    coalesce(w.n, 0)::BIGINT AS was, coalesce(n.n, 0)::BIGINT AS will, coalesce(b.n, 0)::BIGINT AS month_before
FROM will_find AS n
FULL JOIN was_found AS w
    ON n.id = w.id AND n."force" = w."force" AND n.unit = w.unit AND n.month_end = w.month_end AND n.detail = w.detail
LEFT JOIN will_find AS b
    ON n.id = b.id AND n."force" = b."force" AND n.unit = b.unit AND n.detail = b.detail
    AND b.month_end = last_day(n.month_end - INTERVAL 1 MONTH)
WHERE coalesce(w.n, 0) <> coalesce(n.n, 0)
ORDER BY ALL
