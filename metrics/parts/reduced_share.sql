-- What one FTE carrying reduced work counts as, as the force's setting stood at the month end.
CREATE OR REPLACE TEMP TABLE reduced_share AS
SELECT r."force", m.month_end, arg_max(try_cast(r.value AS DOUBLE), coalesce(r.valid_from, DATE '1900-01-01')) AS share
FROM ref_setting AS r
INNER JOIN calendar AS m
    ON (r.valid_from IS NULL OR r.valid_from <= m.month_end) AND (r.valid_to IS NULL OR r.valid_to >= m.month_end)
WHERE r.name = 'reduced_share'
GROUP BY r."force", m.month_end
