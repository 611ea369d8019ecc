-- Each course each person in post needs, and those ever completed.
SELECT "force", unit, month_end, role, worker_type, course, ever::INTEGER AS numerator, 1 AS denominator
FROM course_need
