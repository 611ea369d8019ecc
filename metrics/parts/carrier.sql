-- Which role carries which family of work, as the force's settings stood at the month end.
CREATE OR REPLACE TEMP TABLE carrier AS
SELECT DISTINCT r."force", m.month_end, r.work_family, r.role
FROM ref_carrier AS r
INNER JOIN calendar AS m
    ON (r.valid_from IS NULL OR r.valid_from <= m.month_end) AND (r.valid_to IS NULL OR r.valid_to >= m.month_end)
