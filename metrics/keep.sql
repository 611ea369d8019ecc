-- Figures of other forces and months stay as they were published.
INSERT INTO figure_new
SELECT * FROM figure
WHERE "force" NOT IN (SELECT a."force" FROM asked_force AS a)
    OR month_end NOT IN (SELECT a.month_end FROM asked_month AS a);
INSERT INTO spread_new
SELECT * FROM spread
WHERE "force" NOT IN (SELECT a."force" FROM asked_force AS a)
    OR month_end NOT IN (SELECT a.month_end FROM asked_month AS a);
DELETE FROM figure;
DELETE FROM spread;
INSERT INTO figure SELECT * FROM figure_new ORDER BY metric, "force", month_end, unit;
INSERT INTO spread SELECT * FROM spread_new ORDER BY metric, "force", month_end, level, name;
DROP TABLE figure_new;
DROP TABLE spread_new;
DROP VIEW IF EXISTS part;
