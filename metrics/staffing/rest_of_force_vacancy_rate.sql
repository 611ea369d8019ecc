-- The vacancy rate of the rest of the force, to set beside public protection and never to add to it.
SELECT e."force", e.unit, e.month_end, e.role, e.worker_type,
    e.funded_fte - e.in_post_fte AS numerator, e.funded_fte AS denominator
FROM establishment AS e
