-- The newest edition of each figure of police functions, but for those of some editions.
SELECT "force", as_at, worker_type, wider_function, "function", edition, "value"
FROM w.police_functions
WHERE "value" IS NOT NULL AND NOT list_contains($own::DATE[], edition)
QUALIFY row_number() OVER (
    PARTITION BY "force", as_at, worker_type, wider_function, "function" ORDER BY edition DESC
) = 1
