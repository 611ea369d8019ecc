-- The cost of a post of each role, worker type and kind of cost as it holds on a day. It is the force's own, of no unit.
SELECT c.*
FROM post_cost AS c
WHERE c."force" = $force AND c.valid_from <= $before AND $unit IS NULL
QUALIFY c.valid_from = max(c.valid_from) OVER (PARTITION BY c."role", c.worker_type, c.includes)
