-- The runs of other forces stay as they were published.
DELETE FROM line_run WHERE "force" IN (SELECT a."force" FROM line_run_force AS a);
INSERT INTO line_run BY NAME SELECT * FROM line_run_new;
