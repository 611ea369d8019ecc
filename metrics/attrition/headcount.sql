-- People in the unit at the month end, each one in each unit they are in.
SELECT "force", unit, month_end, role, worker_type, 1 AS numerator, 0 AS denominator
FROM person_month
