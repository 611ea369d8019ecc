-- Everybody in post, and those who have ever done trauma-informed training.
SELECT "force", unit, month_end, role, worker_type, ever::INTEGER AS numerator, 1 AS denominator
FROM trauma_state
