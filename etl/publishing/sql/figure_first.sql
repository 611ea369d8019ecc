-- The figures just reckoned that are known and are not those of the file, whole by measure, unit and month.
WITH was AS (
    SELECT * FROM figure
),
now AS (
    SELECT f.*
    FROM published AS f
    SEMI JOIN asked_force AS a ON f."force" = a."force"
    SEMI JOIN asked_month AS m ON f.month_end = m.month_end
),
-- Two sums of the same numbers may end differently in the last place.
apart AS (
    SELECT * REPLACE (round(numerator, 9) AS numerator, round(denominator, 9) AS denominator) FROM was
    EXCEPT ALL
    SELECT * REPLACE (round(numerator, 9) AS numerator, round(denominator, 9) AS denominator) FROM now
    UNION ALL
    (
        SELECT * REPLACE (round(numerator, 9) AS numerator, round(denominator, 9) AS denominator) FROM now
        EXCEPT ALL
        SELECT * REPLACE (round(numerator, 9) AS numerator, round(denominator, 9) AS denominator) FROM was
    )
),
changed AS (
    SELECT DISTINCT metric, "force", unit, month_end FROM apart
),
known AS (
    SELECT metric, "force", unit, month_end
    FROM was
    GROUP BY ALL
    HAVING count(numerator) = count(*) AND count(denominator) = count(*)
)
SELECT w.*
FROM was AS w
SEMI JOIN changed AS c
    ON w.metric = c.metric AND w."force" = c."force" AND w.unit IS NOT DISTINCT FROM c.unit AND w.month_end = c.month_end
SEMI JOIN known AS k
    ON w.metric = k.metric AND w."force" = k."force" AND w.unit IS NOT DISTINCT FROM k.unit AND w.month_end = k.month_end
ORDER BY ALL
