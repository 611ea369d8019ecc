-- The seal of each table by itself, so that a change costs in proportion to what it changes. The seal of before stays until
-- the new one is written, which is only where it held: with it there, the database is never called whole.
ALTER TABLE seal RENAME TO seal_of_before;

CREATE TABLE seal (
    part    TEXT PRIMARY KEY,                  -- a table; or 'schema', what the tables are
    digest  TEXT NOT NULL
) WITHOUT ROWID;

INSERT INTO seal (part, digest) SELECT 'as a whole', digest FROM seal_of_before;

DROP TABLE seal_of_before;
