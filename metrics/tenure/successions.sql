-- Which unit took over from which.
SELECT unit, succeeds FROM ref_unit_succession WHERE "force" = $force
