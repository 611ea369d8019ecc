-- What each unit sent for each kind of work in the months before one, as it stands now.
SELECT unit, work_type, month_end, "open", unallocated, "new", closed
FROM w.caseload
WHERE "force" = $force AND month_end < $month AND month_end >= $first
ORDER BY month_end
