-- The rows of one sheet that stand for a unit and month, as published.
SELECT t.*
FROM query_table($dataset) AS t
WHERE t."force" = $force AND t.unit = $unit AND t.month_end = $month
