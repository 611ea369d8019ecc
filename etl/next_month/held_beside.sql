-- How many rows of a sheet are held back of one day, of a unit or of the whole force with all its units.
SELECT coalesce(sum(rows_held), 0)::BIGINT AS held
FROM coverage
WHERE "force" = $force AND dataset = $dataset AND month_end = $day AND ($unit IS NULL OR unit = $unit)
