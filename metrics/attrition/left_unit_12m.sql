-- People in the unit at one month end and not at the next; the denominator is the headcount at each month end.
SELECT
    "force", unit, month_end, role, worker_type, coalesce(reason, 'not recorded') AS reason,
    1 AS numerator, 0 AS denominator
FROM exit
UNION ALL BY NAME
SELECT "force", unit, month_end, role, worker_type, 0 AS numerator, 1 AS denominator
FROM person_month
