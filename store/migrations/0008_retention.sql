-- Rows about people that were deleted because the force said how long they stay. What is listed here is gone on purpose.

CREATE TABLE purge (
    id              INTEGER PRIMARY KEY,
    purged_at       TEXT NOT NULL,
    purged_by       TEXT NOT NULL,
    figures         TEXT NOT NULL,             -- a name under accepted/: figures that no rows are left for
    figures_sha256  TEXT NOT NULL,
    finished_at     TEXT                       -- NULL until the references as sent have gone too
);

-- months of a force up to which rows about people are gone and are not taken again
CREATE TABLE purge_month (
    purge_id        INTEGER NOT NULL REFERENCES purge (id),
    force           TEXT NOT NULL,
    through         TEXT NOT NULL,
    labels_through  TEXT NOT NULL,             -- references of people who are in no row after this month go
    PRIMARY KEY (purge_id, force)
);

CREATE TABLE purged_rows (
    purge_id   INTEGER NOT NULL REFERENCES purge (id),
    load_id    TEXT NOT NULL REFERENCES load (load_id),
    force      TEXT NOT NULL,
    dataset    TEXT NOT NULL,
    sheet      TEXT NOT NULL,
    month_end  TEXT NOT NULL,
    held       INTEGER NOT NULL CHECK (held IN (0, 1)),  -- 1: rows that had been held back
    row_count  INTEGER NOT NULL,
    PRIMARY KEY (purge_id, load_id, dataset, sheet, month_end, held)
);

-- files that held such rows: each is gone, and what of it stays is in the file that took its place
CREATE TABLE purged_file (
    file         TEXT PRIMARY KEY,             -- the name it had under accepted/ or published/
    folder       TEXT NOT NULL CHECK (folder IN ('accepted', 'published')),
    purge_id     INTEGER NOT NULL REFERENCES purge (id),
    replaced_by  TEXT                          -- NULL where nothing took its place
);
