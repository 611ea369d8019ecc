-- FTE in post and deployable of every unit that there is at a month end, the rest of the force too. Not known where the
-- unit sent neither People nor In post; a unit that sent People without a row has nobody. What of the rest of the force
-- can be deployed is known only where its Unavailable has rows: without one, everybody in post would count.
CREATE OR REPLACE TEMP TABLE people_of_force AS
WITH counted AS (
    SELECT
        "force", unit, month_end,
        CASE WHEN count(in_post) = count(*) THEN sum(in_post) END AS in_post,
        CASE WHEN count(deployable) = count(*) THEN sum(deployable) END AS deployable
    FROM staff
    GROUP BY "force", unit, month_end
),
came AS (
    SELECT
        "force", unit, month_end,
        bool_or(dataset = 'people') AS people,
        bool_or(dataset IN ('people', 'establishment')) AS posts,
        bool_or(dataset = 'unavailable') AS away
    FROM covered
    GROUP BY "force", unit, month_end
),
absence AS (
    SELECT DISTINCT "force", unit, month_end FROM unavailable
)
SELECT
    u."force", u.unit, m.month_end, u.benchmark,
    CASE WHEN c.unit IS NULL AND s.people THEN 0 WHEN s.posts THEN c.in_post END AS in_post,
    CASE
        WHEN u.benchmark AND a.unit IS NULL THEN NULL
        WHEN c.unit IS NULL AND s.people THEN 0
        WHEN s.people OR s.away THEN c.deployable
    END AS deployable
FROM unit_of_force AS u
CROSS JOIN asked_month AS m
LEFT JOIN counted AS c ON u."force" = c."force" AND u.unit = c.unit AND m.month_end = c.month_end
LEFT JOIN came AS s ON u."force" = s."force" AND u.unit = s.unit AND m.month_end = s.month_end
LEFT JOIN absence AS a ON u."force" = a."force" AND u.unit = a.unit AND m.month_end = a.month_end
WHERE (u.valid_from IS NULL OR u.valid_from <= m.month_end) AND (u.valid_to IS NULL OR u.valid_to >= m.month_end)
