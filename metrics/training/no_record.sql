-- Each course each person in post needs, and those with no record of completion.
SELECT "force", unit, month_end, role, worker_type, course, (NOT ever)::INTEGER AS numerator, 1 AS denominator
FROM course_need
