-- Each course each person in post needs, and those completed and since lapsed.
SELECT "force", unit, month_end, role, worker_type, course, (ever AND NOT in_date)::INTEGER AS numerator, 1 AS denominator
FROM course_need
