-- Booked places, in the 90 days after the month end, on courses that the person needs.
SELECT "force", unit, month_end, role, worker_type, course,
    CASE
        WHEN days_to_booking <= 30 THEN 'within 30 days'
        WHEN days_to_booking <= 60 THEN '31 to 60 days'
        ELSE '61 to 90 days'
    END AS reason,
    1 AS numerator, 0 AS denominator
FROM course_need
WHERE days_to_booking <= 90
