-- People in post who are neither supervisors nor managers, for each supervisor in post.
SELECT "force", unit, month_end, worker_type,
    CASE WHEN role IN ('supervisor', 'manager') THEN 0 ELSE in_post END AS numerator,
    CASE WHEN role = 'supervisor' THEN in_post ELSE 0 END AS denominator
FROM staff
