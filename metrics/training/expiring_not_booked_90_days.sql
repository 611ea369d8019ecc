-- Required courses in date that lapse in the 90 days after the month end, and how many of them their holder has no place
-- booked for on the same course in those days. A place somebody else has booked is no place for them: nothing is netted.
SELECT "force", unit, month_end, role, worker_type, course,
    CASE
        WHEN days_left <= 30 THEN 'within 30 days'
        WHEN days_left <= 60 THEN '31 to 60 days'
        ELSE '61 to 90 days'
    END AS reason,
    CASE WHEN days_to_booking IS NULL OR days_to_booking > 90 THEN 1 ELSE 0 END AS numerator,
    1 AS denominator
FROM course_need
WHERE in_date AND days_left <= 90
