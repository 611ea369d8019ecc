-- Of the people in post, those whose role carries work and who carry it: full at 1, reduced at the share set.
SELECT "force", unit, month_end, role, worker_type, deployable AS numerator, in_post AS denominator
FROM staff
