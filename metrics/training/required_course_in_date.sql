-- Each course each person in post needs, and those in date.
SELECT "force", unit, month_end, role, worker_type, course, in_date::INTEGER AS numerator, 1 AS denominator
FROM course_need
