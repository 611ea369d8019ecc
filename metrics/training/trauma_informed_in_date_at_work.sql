-- People at work: all but those whose post carries work and who carry none.
SELECT "force", unit, month_end, role, worker_type, in_date::INTEGER AS numerator, 1 AS denominator
FROM trauma_state
WHERE carries_work <> 'none'
