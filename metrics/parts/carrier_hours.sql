-- Hours that the deployable carriers of a family have in a month: their FTE times a twelfth of the working year that was
-- approved and in force at the month end. Without one in force the hours are not known.
CREATE OR REPLACE TEMP TABLE carrier_hours AS
WITH working_year AS (
    SELECT r."force", m.month_end, r.available_hours
    FROM ref_working_time AS r
    INNER JOIN calendar AS m
        ON (r.valid_from IS NULL OR r.valid_from <= m.month_end) AND (r.valid_to IS NULL OR r.valid_to >= m.month_end)
    WHERE r.status = 'approved'
)
SELECT c."force", c.unit, c.month_end, c.work_family, c.deployable * y.available_hours / 12 AS hours
FROM carrying AS c
INNER JOIN (SELECT DISTINCT "force", unit, work_family FROM work_hours) AS f
    ON c."force" = f."force" AND c.unit = f.unit AND c.work_family = f.work_family
LEFT JOIN working_year AS y ON c."force" = y."force" AND c.month_end = y.month_end
