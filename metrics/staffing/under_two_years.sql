-- People whose date of joining the unit is given, and how many joined less than two years before the month end.
SELECT "force", unit, month_end, role, worker_type,
    (in_unit_since > month_end - INTERVAL 2 YEAR)::INTEGER AS numerator, 1 AS denominator
FROM person_month
WHERE in_unit_since IS NOT NULL
