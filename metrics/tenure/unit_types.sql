-- The type of each unit; one without a type is a type of its own.
SELECT unit, coalesce(unit_type, unit) AS name FROM unit_of_force WHERE "force" = $force AND NOT benchmark
