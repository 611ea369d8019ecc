-- FTE in post and deployable, by role and worker type, from People; where a unit sends none, from Establishment in
-- post less Unavailable, taken from the posts that carry work in proportion to their size.
CREATE OR REPLACE TEMP TABLE staff AS
WITH counted AS (
    SELECT
        p."force", p.unit, p.month_end, p.role, p.worker_type, sum(p.fte) AS in_post,
        CASE WHEN count(p.share) = count(*) THEN coalesce(sum(p.fte * p.share) FILTER (WHERE c.role IS NOT NULL), 0) END
            AS deployable
    FROM person_month AS p
    LEFT JOIN carrying_role AS c ON p."force" = c."force" AND p.month_end = c.month_end AND p.role = c.role
    GROUP BY p."force", p.unit, p.month_end, p.role, p.worker_type
),
posts AS (
    SELECT
        e."force", e.unit, e.month_end, e.role, e.worker_type, sum(e.in_post_fte) AS in_post,
        c.role IS NOT NULL AS carries
    FROM establishment AS e
    LEFT JOIN carrying_role AS c ON e."force" = c."force" AND e.month_end = c.month_end AND e.role = c.role
    ANTI JOIN (SELECT * FROM covered WHERE dataset = 'people') AS p
        ON e."force" = p."force" AND e.unit = p.unit AND e.month_end = p.month_end
    GROUP BY e."force", e.unit, e.month_end, e.role, e.worker_type, c.role
),
away AS (
    SELECT "force", unit, month_end, sum(fte) AS fte FROM unavailable GROUP BY "force", unit, month_end
),
carrying AS (
    SELECT
        p.*, coalesce(a.fte, 0) AS away,
        sum(p.in_post) FILTER (WHERE p.carries) OVER (PARTITION BY p."force", p.unit, p.month_end) AS all_carrying
    FROM posts AS p
    LEFT JOIN away AS a ON p."force" = a."force" AND p.unit = a.unit AND p.month_end = a.month_end
)
SELECT "force", unit, month_end, role, worker_type, in_post, deployable FROM counted
UNION ALL
SELECT
    "force", unit, month_end, role, worker_type, in_post,
    CASE
        WHEN NOT carries THEN 0
        WHEN all_carrying > 0 THEN in_post * greatest(0, all_carrying - away) / all_carrying
        ELSE in_post
    END AS deployable
FROM carrying
