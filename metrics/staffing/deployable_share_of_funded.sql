-- Deployable people over the funded posts of the roles that carry work.
SELECT "force", unit, month_end, role, worker_type, deployable AS numerator, 0 AS denominator
FROM staff
UNION ALL
SELECT "force", unit, month_end, role, worker_type, 0 AS numerator, funded_fte AS denominator
FROM establishment
SEMI JOIN carrying_role USING ("force", month_end, role)
