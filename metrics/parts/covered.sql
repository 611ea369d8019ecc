-- For which unit and month a dataset can be counted: what was sent. People gives way to the In post of Establishment in a
-- unit that sends only that, and a training record holds until the next.
CREATE OR REPLACE TEMP TABLE covered AS
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
WHERE s.dataset NOT IN ('people', 'training')
UNION ALL
SELECT s."force", s.dataset, s.unit, s.month_end
FROM sent AS s
LEFT JOIN (SELECT DISTINCT "force", unit, month_end FROM people) AS p
    ON s."force" = p."force" AND s.unit = p.unit AND s.month_end = p.month_end
LEFT JOIN (SELECT DISTINCT "force", unit, month_end FROM establishment WHERE in_post_fte IS NOT NULL) AS e
    ON s."force" = e."force" AND s.unit = e.unit AND s.month_end = e.month_end
WHERE s.dataset = 'people' AND (p.unit IS NOT NULL OR e.unit IS NULL)
UNION ALL
SELECT t."force", 'training' AS dataset, t.unit, t.month_end
FROM training_source AS t
