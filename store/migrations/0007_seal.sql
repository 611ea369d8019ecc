-- A digest of all that the control plane says, renewed inside every transaction: SQLite notices a page out of order, and
-- not a letter of a row that is another than was written. One row; none before the first change after this migration.
CREATE TABLE seal (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    digest  TEXT NOT NULL
);
