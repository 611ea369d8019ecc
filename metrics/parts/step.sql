-- The months in which a unit's people can be compared with the month before: both were sent. `all_seen` says that no
-- other unit of the force went unheard between the two, so that somebody not seen again has left public protection.
CREATE OR REPLACE TEMP TABLE step AS
WITH heard AS (
    SELECT c."force", c.unit, c.month_end, last_day(c.month_end + INTERVAL 1 MONTH) AS next_month_end, u.valid_to
    FROM covered AS c
    INNER JOIN unit_of_force AS u ON c."force" = u."force" AND c.unit = u.unit
    WHERE c.dataset = 'people' AND NOT u.benchmark
),
unheard AS (
    SELECT DISTINCT a."force", a.next_month_end AS month_end
    FROM heard AS a
    ANTI JOIN heard AS b ON a."force" = b."force" AND a.unit = b.unit AND a.next_month_end = b.month_end
    WHERE a.valid_to IS NULL OR a.valid_to >= a.next_month_end
)
SELECT a."force", a.unit, a.month_end AS from_month_end, b.month_end, q.month_end IS NULL AS all_seen
FROM heard AS a
INNER JOIN heard AS b ON a."force" = b."force" AND a.unit = b.unit AND a.next_month_end = b.month_end
LEFT JOIN unheard AS q ON b."force" = q."force" AND b.month_end = q.month_end
