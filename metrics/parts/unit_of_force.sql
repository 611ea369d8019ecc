-- The units of those forces. The rest of the force is there to compare with, and marked.
CREATE OR REPLACE TEMP TABLE unit_of_force AS
SELECT "force", unit, type AS unit_type, valid_from, valid_to, coalesce(benchmark, FALSE) AS benchmark
FROM ref_unit
WHERE "force" IN (SELECT a."force" FROM asked_force AS a)
