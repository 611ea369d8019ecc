-- One metric's rows into figures: each part over its own window, and only where every month of it was sent.
-- A part not known for one row is not known for the sum.
INSERT INTO figure_new
WITH shape AS (
    SELECT "force", unit, month_end, work_family, work_type, role, course, reason, worker_type, numerator, denominator
    FROM figure
    WHERE FALSE
),
line AS (
    SELECT * FROM shape
    UNION ALL BY NAME
    SELECT * FROM part
),
reached AS (
    SELECT
        r.month_end AS for_month_end, l.*,
        l.month_end > last_day(r.month_end - to_months($numerator_months)) AS in_numerator,
        l.month_end > last_day(r.month_end - to_months($denominator_months)) AS in_denominator
    FROM ready AS r
    INNER JOIN line AS l
        ON r."force" = l."force" AND r.unit IS NOT DISTINCT FROM l.unit AND l.month_end <= r.month_end
        AND l.month_end > last_day(r.month_end - to_months(greatest($numerator_months, $denominator_months)))
)
SELECT
    $metric AS metric, "force", unit, for_month_end AS month_end,
    work_family, work_type, role, course, reason, worker_type,
    CASE
        WHEN count(numerator) FILTER (WHERE in_numerator) < count(*) FILTER (WHERE in_numerator) THEN NULL
        WHEN $combine = 'max' THEN max(numerator) FILTER (WHERE in_numerator)
        ELSE coalesce(sum(numerator) FILTER (WHERE in_numerator), 0) * $numerator_share
    END AS numerator,
    CASE
        WHEN count(denominator) FILTER (WHERE in_denominator) < count(*) FILTER (WHERE in_denominator) THEN NULL
        ELSE coalesce(sum(denominator) FILTER (WHERE in_denominator), 0) * $denominator_share
    END AS denominator
FROM reached
WHERE in_numerator OR in_denominator
GROUP BY ALL
UNION ALL
-- A unit that was heard from and counted nothing has none, which is a figure.
SELECT
    $metric AS metric, "force", unit, month_end,
    NULL, NULL, NULL, NULL, NULL, NULL, 0 AS numerator, 0 AS denominator
FROM ready
WHERE $zero_is_a_return
