-- What one FTE carrying reduced work counts as, as the force's setting stood at the month end.
CREATE OR REPLACE TEMP TABLE reduced_share AS
SELECT m."force", m.month_end, arg_max(try_cast(r.value AS DOUBLE), coalesce(r.valid_from, DATE '1900-01-01')) AS share
FROM (SELECT DISTINCT "force", month_end FROM sent) AS m
INNER JOIN ref_setting AS r ON m."force" = r."force" AND coalesce(r.valid_from, DATE '1900-01-01') <= m.month_end
WHERE r.name = 'reduced_share'
GROUP BY m."force", m.month_end
