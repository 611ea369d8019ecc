-- What each unit sent for each month. A sheet sent for the whole force covers each of its units. A sheet of which rows
-- are held back says nothing: what is left of it would read as fewer people or cases than there are.
CREATE OR REPLACE TEMP TABLE sent AS
SELECT DISTINCT c."force", c.dataset, u.unit, c.month_end
FROM coverage AS c
INNER JOIN unit_of_force AS u ON c."force" = u."force" AND (c.unit IS NULL OR c.unit = u.unit)
WHERE c.rows_held = 0
