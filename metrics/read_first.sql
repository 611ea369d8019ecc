-- Figures as first reported, in months in which one of the measure's differs: of each unit that which was first
-- reported, else the one that stands, so that a total is of the same units.
WITH figure_read AS (
    SELECT * FROM figure_first
    UNION ALL
    SELECT f.*
    FROM figure AS f
    SEMI JOIN figure_first AS m ON f.metric = m.metric AND f."force" = m."force" AND f.month_end = m.month_end
    ANTI JOIN figure_first AS r
        ON f.metric = r.metric AND f."force" = r."force" AND f.unit IS NOT DISTINCT FROM r.unit
        AND f.month_end = r.month_end
),
