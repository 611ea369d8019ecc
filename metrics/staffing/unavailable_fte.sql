-- People in post who are not available, by reason.
SELECT "force", unit, month_end, reason, worker_type, fte AS numerator, 0 AS denominator
FROM unavailable
