-- What the record that holds at a month end says of each person and course: ever completed, until when it is in
-- date, exempt, next booked day. A course without a validity does not expire. What lies ahead is not yet completed.
CREATE OR REPLACE TEMP TABLE course_state AS
WITH held AS (
    SELECT s.month_end, t."force", t.person_key, t.course, t.status, t.completed_on, t.booked_for, t.expires_on
    FROM training_source AS s
    INNER JOIN training AS t ON s."force" = t."force" AND s.as_at = t.month_end AND s.unit = t.unit
    UNION ALL
    SELECT s.month_end, t."force", t.person_key, t.course, t.status, t.completed_on, t.booked_for, t.expires_on
    FROM (SELECT DISTINCT "force", month_end, as_at FROM training_source) AS s
    INNER JOIN training AS t ON s."force" = t."force" AND s.as_at = t.month_end
    WHERE t.unit IS NULL
),
read AS (
    SELECT
        h.*, c.trauma_informed,
        coalesce(h.status, 'completed') IN ('completed', 'accredited') AND h.completed_on <= h.month_end AS completed,
        coalesce(h.expires_on, h.completed_on + to_months(c.valid_months), DATE '9999-12-31')::DATE AS until
    FROM held AS h
    LEFT JOIN catalogue AS c ON h."force" = c."force" AND h.month_end = c.month_end AND h.course = c.course
)
SELECT
    "force", month_end, person_key, course,
    coalesce(bool_or(trauma_informed), FALSE) AS trauma_informed,
    coalesce(bool_or(completed), FALSE) AS ever,
    max(until) FILTER (WHERE completed) AS until,
    coalesce(bool_or(status = 'exempt'), FALSE) AS exempt,
    min(booked_for) FILTER (WHERE booked_for > month_end AND coalesce(status, 'booked') = 'booked') AS booked_for
FROM read
GROUP BY "force", month_end, person_key, course
