-- Each course that each person in post needs, by the role and unit they work in, and how they stand with it.
-- Somebody the record calls exempt does not need it, unless they have done it all the same.
CREATE OR REPLACE TEMP TABLE course_need AS
SELECT
    p."force", p.unit, p.month_end, p.person_key, p.crime_key, p.role, p.worker_type, r.course,
    coalesce(s.ever, FALSE) AS ever,
    coalesce(s.until >= p.month_end, FALSE) AS in_date,
    CASE WHEN s.until >= p.month_end THEN date_diff('day', p.month_end, s.until) END AS days_left,
    date_diff('day', p.month_end, s.booked_for) AS days_to_booking
FROM person_month AS p
INNER JOIN requirement AS r
    ON p."force" = r."force" AND p.month_end = r.month_end AND p.unit_type = r.unit_type AND p.role = r.role
INNER JOIN training_source AS t ON p."force" = t."force" AND p.unit = t.unit AND p.month_end = t.month_end
LEFT JOIN course_state AS s
    ON p."force" = s."force" AND p.month_end = s.month_end AND p.training_key = s.person_key AND r.course = s.course
WHERE NOT coalesce(s.exempt, FALSE) OR s.ever
