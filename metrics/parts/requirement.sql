-- Which course which role in which type of unit needs, as the force's settings stood at the month end.
CREATE OR REPLACE TEMP TABLE requirement AS
SELECT DISTINCT r."force", m.month_end, r.unit_type, r.role, r.course
FROM ref_requirement AS r
INNER JOIN calendar AS m
    ON (r.valid_from IS NULL OR r.valid_from <= m.month_end) AND (r.valid_to IS NULL OR r.valid_to >= m.month_end)
