-- Of the deployable, those accredited as far as their post needs it: PIP2 or beyond, or a post for which the force says
-- that accreditation is not needed. A unit that gives nobody's stage has not said.
WITH said AS (
    SELECT "force", unit, month_end, count(stage) > 0 AS any_stage
    FROM person_month
    GROUP BY "force", unit, month_end
)
SELECT
    p."force", p.unit, p.month_end, p.role, p.worker_type,
    CASE
        WHEN NOT s.any_stage THEN NULL
        WHEN coalesce(p.stage, '') IN ('PIP2', 'PIP2 and specialist', 'not needed') THEN p.fte * p.share
        ELSE 0
    END AS numerator,
    p.fte * p.share AS denominator
FROM person_month AS p
INNER JOIN carrying_role AS c ON p."force" = c."force" AND p.month_end = c.month_end AND p.role = c.role
INNER JOIN said AS s ON p."force" = s."force" AND p.unit = s.unit AND p.month_end = s.month_end
