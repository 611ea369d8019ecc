-- Open work less what last month's open work and the flows add to, without sign, so that faults do not cancel. A flow
-- whose column is not sent is left out, and what it would explain is part of the residual.
SELECT
    c."force", c.unit, c.month_end, c.work_family, c.work_type,
    abs(
        c."open" - p."open" - c."new" - coalesce(c.reopened, 0) - coalesce(c.transferred_in, 0)
        + c.closed + coalesce(c.transferred_out, 0)
    ) AS numerator,
    c."open" AS denominator
FROM caseload AS c
INNER JOIN caseload AS p
    ON c."force" = p."force" AND c.unit = p.unit AND c.work_type = p.work_type
    AND p.month_end = last_day(c.month_end - INTERVAL 1 MONTH)
