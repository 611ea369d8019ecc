-- Rows of data that were held back, of all rows of data read (titles and totals are none), in the newest month that the load is current for.
WITH month AS (
    SELECT load_id, max(month_end) AS month_end
    FROM coverage
    WHERE dataset NOT IN ('demand', 'budget', 'post_cost')
    GROUP BY load_id
)
SELECT
    l."force", NULL::VARCHAR AS unit, m.month_end, l.dataset AS reason,
    l.rows_held AS numerator, l.rows_read - coalesce(l.rows_ignored, 0) AS denominator
FROM "load" AS l
INNER JOIN month AS m ON l.load_id = m.load_id
