-- Every page reads figures through this one query. Only the reader's units are seen; a filter on a dimension keeps
-- rows that do not vary by it; a unit whose figure is not known is left out whole and not counted among the units.
-- What figures are read from is said by the text that stands before this one: read_now.sql or read_first.sql.
seen AS (
    SELECT
        f.*,
        CASE WHEN $by_force THEN f."force" ELSE '' END AS key_force,
        CASE WHEN $by_unit THEN coalesce(f.unit, '') ELSE '' END AS key_unit,
        CASE WHEN $by_month_end THEN f.month_end ELSE DATE '1900-01-01' END AS key_month_end
    FROM figure_read AS f
    WHERE f.metric = $metric
        -- A figure of the whole force has no unit, and is seen by whoever sees any unit of it.
        AND f."force" || '/' || coalesce(f.unit, '') IN (SELECT unnest($scope::VARCHAR[]))
        AND ($month_from IS NULL OR f.month_end >= $month_from::DATE)
        AND ($month_to IS NULL OR f.month_end <= $month_to::DATE)
        AND ($work_family IS NULL OR f.work_family IS NULL OR list_contains($work_family::VARCHAR[], f.work_family))
        AND ($work_type IS NULL OR f.work_type IS NULL OR list_contains($work_type::VARCHAR[], f.work_type))
        AND ($role IS NULL OR f.role IS NULL OR list_contains($role::VARCHAR[], f.role))
        AND ($course IS NULL OR f.course IS NULL OR list_contains($course::VARCHAR[], f.course))
        AND ($reason IS NULL OR f.reason IS NULL OR list_contains($reason::VARCHAR[], f.reason))
        AND ($worker_type IS NULL OR f.worker_type IS NULL OR list_contains($worker_type::VARCHAR[], f.worker_type))
),
line AS (
    SELECT DISTINCT
        key_force, key_unit, key_month_end,
        CASE WHEN $by_work_family THEN work_family END AS work_family,
        CASE WHEN $by_work_type THEN work_type END AS work_type,
        CASE WHEN $by_role THEN role END AS role,
        CASE WHEN $by_course THEN course END AS course,
        CASE WHEN $by_reason THEN reason END AS reason,
        CASE WHEN $by_worker_type THEN worker_type END AS worker_type
    FROM seen
    WHERE (NOT $by_work_family OR work_family IS NOT NULL)
        AND (NOT $by_work_type OR work_type IS NOT NULL)
        AND (NOT $by_role OR role IS NOT NULL)
        AND (NOT $by_course OR course IS NOT NULL)
        AND (NOT $by_reason OR reason IS NOT NULL)
        AND (NOT $by_worker_type OR worker_type IS NOT NULL)
),
of_unit AS (
    SELECT
        l.*, s."force" AS of_force, s.unit AS of_unit,
        CASE
            WHEN count(s.numerator) < count(*) THEN NULL
            WHEN $combine = 'max' THEN max(s.numerator)
            ELSE sum(s.numerator)
        END AS numerator,
        CASE WHEN count(s.denominator) = count(*) THEN sum(s.denominator) END AS denominator
    FROM line AS l
    INNER JOIN seen AS s
        ON l.key_force = s.key_force AND l.key_unit = s.key_unit AND l.key_month_end = s.key_month_end
        AND (l.work_family IS NULL OR s.work_family IS NULL OR l.work_family = s.work_family)
        AND (l.work_type IS NULL OR s.work_type IS NULL OR l.work_type = s.work_type)
        AND (l.role IS NULL OR s.role IS NULL OR l.role = s.role)
        AND (l.course IS NULL OR s.course IS NULL OR l.course = s.course)
        AND (l.reason IS NULL OR s.reason IS NULL OR l.reason = s.reason)
        AND (l.worker_type IS NULL OR s.worker_type IS NULL OR l.worker_type = s.worker_type)
    GROUP BY ALL
),
known AS (
    SELECT *, (numerator IS NOT NULL AND denominator IS NOT NULL) AS whole FROM of_unit
)
SELECT
    key_force AS "force", nullif(key_unit, '') AS unit, key_month_end AS month_end,
    work_family, work_type, role, course, reason, worker_type,
    CASE
        WHEN $combine = 'max' THEN max(numerator) FILTER (WHERE whole)
        ELSE sum(numerator) FILTER (WHERE whole)
    END AS numerator,
    sum(denominator) FILTER (WHERE whole) AS denominator,
    count(*) FILTER (WHERE whole) AS units
FROM known
GROUP BY ALL
ORDER BY ALL
