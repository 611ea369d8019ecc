-- People who left the unit, and those for whom Movements gives a reason.
SELECT "force", unit, month_end, role, worker_type, (reason IS NOT NULL)::INTEGER AS numerator, 1 AS denominator
FROM exit
