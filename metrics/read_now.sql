-- Figures as they stand.
WITH figure_read AS (
    SELECT * FROM figure
),
