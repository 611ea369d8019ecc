-- Everything that came less everything that went: new, reopened and transferred in, less closed and transferred out. A
-- flow whose column is not sent adds nothing, and what it would explain is left over.
SELECT
    "force", unit, month_end, work_family, work_type,
    "new" + coalesce(reopened, 0) + coalesce(transferred_in, 0) - closed - coalesce(transferred_out, 0) AS numerator,
    0 AS denominator
FROM caseload
