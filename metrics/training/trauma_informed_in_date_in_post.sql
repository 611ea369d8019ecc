-- Everybody in post, at work or not, and those whose trauma-informed training is in date.
SELECT "force", unit, month_end, role, worker_type, in_date::INTEGER AS numerator, 1 AS denominator
FROM trauma_state
