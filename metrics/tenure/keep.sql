-- Those of other forces stay as they were published.
DELETE FROM tenure WHERE "force" IN (SELECT f."force" FROM tenure_force AS f);
DELETE FROM tenure_exit WHERE "force" IN (SELECT f."force" FROM tenure_force AS f);
DELETE FROM tenure_test WHERE "force" IN (SELECT f."force" FROM tenure_force AS f);
DELETE FROM unit_left WHERE "force" IN (SELECT f."force" FROM tenure_force AS f);
INSERT INTO tenure BY NAME SELECT * FROM tenure_new;
INSERT INTO tenure_exit BY NAME SELECT * FROM tenure_exit_new;
INSERT INTO tenure_test BY NAME SELECT * FROM tenure_test_new;
INSERT INTO unit_left BY NAME SELECT * FROM unit_left_new;
