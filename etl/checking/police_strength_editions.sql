-- The newest edition of each figure of police strength, but for those of some editions.
SELECT "force", as_at, worker_type, basis, edition, "value"
FROM w.police_strength
WHERE "value" IS NOT NULL AND NOT list_contains($own::DATE[], edition)
QUALIFY row_number() OVER (PARTITION BY "force", as_at, worker_type, basis ORDER BY edition DESC) = 1
