-- For which unit and month a dataset can be counted. Establishment covers People, Unavailable and Movements, so that
-- no rows there means none: but only once the sheet is in use, else silence would read as nobody, or as nothing.
CREATE OR REPLACE TEMP TABLE covered AS
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
WHERE s.dataset NOT IN ('people', 'unavailable', 'movements', 'training')
UNION ALL
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
LEFT JOIN (SELECT DISTINCT "force", unit, month_end FROM people) AS p USING ("force", unit, month_end)
LEFT JOIN (
    SELECT DISTINCT "force", unit, month_end FROM establishment WHERE in_post_fte IS NOT NULL
) AS e USING ("force", unit, month_end)
WHERE s.dataset = 'people'
    AND s."force" IN (SELECT a."force" FROM people AS a)
    AND (p.unit IS NOT NULL OR e.unit IS NULL)
UNION ALL
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
WHERE s.dataset = 'unavailable' AND s."force" IN (SELECT a."force" FROM unavailable AS a)
UNION ALL
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
WHERE s.dataset = 'movements' AND s."force" IN (SELECT a."force" FROM movements AS a)
UNION ALL
SELECT t."force", 'training' AS dataset, t.unit, t.month_end
FROM training_source AS t
