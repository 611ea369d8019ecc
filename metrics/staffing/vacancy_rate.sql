-- Funded posts less people in post, over funded posts. Below zero is more people than posts.
SELECT "force", unit, month_end, role, worker_type, funded_fte AS numerator, funded_fte AS denominator
FROM establishment
UNION ALL
SELECT "force", unit, month_end, role, worker_type, -in_post AS numerator, 0 AS denominator
FROM staff
