-- What stands of the cost of a post, by the day from which it holds.
SELECT "role", worker_type, "includes", valid_from, cost_pounds
FROM w.post_cost
WHERE "force" = $force AND cost_pounds IS NOT NULL
ORDER BY valid_from
