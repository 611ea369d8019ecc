-- People in the unit at the last month end and not at this one, by the reason in Movements.
SELECT "force", unit, month_end, role, worker_type, coalesce(reason, 'not recorded') AS reason, 1 AS numerator, 0 AS denominator
FROM exit
