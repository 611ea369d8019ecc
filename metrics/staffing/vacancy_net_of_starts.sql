-- Funded posts less people in post and starts agreed, over funded posts. A unit that gives no starts at all has not
-- said; in one that gives some, a post without one has none agreed.
WITH said AS (
    SELECT "force", unit, month_end, count(start_agreed_fte) > 0 AS any_start
    FROM establishment
    GROUP BY "force", unit, month_end
)
SELECT
    e."force", e.unit, e.month_end, e.role, e.worker_type,
    CASE WHEN s.any_start THEN e.funded_fte - coalesce(e.start_agreed_fte, 0) END AS numerator,
    e.funded_fte AS denominator
FROM establishment AS e
INNER JOIN said AS s ON e."force" = s."force" AND e.unit = s.unit AND e.month_end = s.month_end
UNION ALL
SELECT "force", unit, month_end, role, worker_type, -in_post AS numerator, 0 AS denominator
FROM staff
