-- The training record that holds for a unit at a month end: the latest taken by then.
CREATE OR REPLACE TEMP TABLE training_source AS
SELECT s."force", s.unit, m.month_end, max(s.month_end) AS as_at
FROM calendar AS m
INNER JOIN sent AS s ON s.month_end <= m.month_end
WHERE s.dataset = 'training'
GROUP BY s."force", s.unit, m.month_end
