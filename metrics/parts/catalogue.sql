-- The course catalogue as it stood at the month end: of entries that follow each other, the newest begun by then.
CREATE OR REPLACE TEMP TABLE catalogue AS
SELECT r."force", m.month_end, r.course, r.valid_months, coalesce(r.trauma_informed, FALSE) AS trauma_informed
FROM ref_course AS r
CROSS JOIN calendar AS m
QUALIFY row_number() OVER (
    PARTITION BY r."force", m.month_end, r.course
    ORDER BY r.valid_from IS NULL OR r.valid_from <= m.month_end DESC, r.valid_from DESC NULLS LAST
) = 1
