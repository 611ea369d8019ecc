-- The age of the oldest unallocated case. With nothing unallocated there is no oldest: 0 days, and not a gap.
SELECT
    "force", unit, month_end, work_family, work_type,
    CASE WHEN unallocated = 0 THEN 0 ELSE oldest_unallocated_days END AS numerator, 0 AS denominator
FROM caseload
