-- For which unit and month a dataset can be counted. Establishment covers People, Unavailable and Movements, so that
-- no rows there means none. But People must have been in that very return, or a forgotten sheet would read as everybody
-- gone; and a force that has never sent one of the others has not said none. People gives way to the In post of
-- Establishment in a unit that sends only that.
CREATE OR REPLACE TEMP TABLE covered AS
WITH in_use AS (
    SELECT DISTINCT "force", dataset FROM "load"
),
with_people AS (
    SELECT DISTINCT c."force", c.unit, c.month_end
    FROM coverage AS c
    INNER JOIN "load" AS l ON c.load_id = l.load_id AND c.dataset = l.dataset
    WHERE c.dataset = 'people'
)
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
WHERE s.dataset NOT IN ('people', 'unavailable', 'movements', 'training')
UNION ALL
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
INNER JOIN in_use AS i ON s."force" = i."force" AND s.dataset = i.dataset
WHERE s.dataset IN ('unavailable', 'movements')
UNION ALL
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
INNER JOIN with_people AS w
    ON s."force" = w."force" AND (w.unit IS NULL OR s.unit = w.unit) AND s.month_end = w.month_end
LEFT JOIN (SELECT DISTINCT "force", unit, month_end FROM people) AS p
    ON s."force" = p."force" AND s.unit = p.unit AND s.month_end = p.month_end
LEFT JOIN (SELECT DISTINCT "force", unit, month_end FROM establishment WHERE in_post_fte IS NOT NULL) AS e
    ON s."force" = e."force" AND s.unit = e.unit AND s.month_end = e.month_end
WHERE s.dataset = 'people' AND (p.unit IS NOT NULL OR e.unit IS NULL)
UNION ALL
SELECT t."force", 'training' AS dataset, t.unit, t.month_end
FROM training_source AS t
