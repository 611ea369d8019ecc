-- People in post: from People, else from Establishment.
SELECT "force", unit, month_end, role, worker_type, in_post AS numerator, 0 AS denominator
FROM staff
