-- What was loaded, what it covers and what is published. Times are UTC, ISO 8601, whole seconds.

CREATE TABLE load (
    seq          INTEGER PRIMARY KEY,          -- the order of loading: the later one holds
    load_id      TEXT NOT NULL UNIQUE,
    force        TEXT NOT NULL,                -- '*' where one file speaks for many forces
    workbook     TEXT NOT NULL,
    file_name    TEXT NOT NULL,                -- a label, never used as a path
    sha256       TEXT NOT NULL,                -- of the bytes as sent
    state        TEXT NOT NULL CHECK (state IN ('published', 'undone')),
    loaded_at    TEXT NOT NULL,
    loaded_by    TEXT NOT NULL,
    undone_at    TEXT,
    undone_by    TEXT
);
-- the same bytes count once; after an undo they may be sent again
CREATE UNIQUE INDEX load_once ON load (force, sha256) WHERE state = 'published';

CREATE TABLE load_sheet (
    load_id         TEXT NOT NULL REFERENCES load (load_id),
    dataset         TEXT NOT NULL,
    sheet           TEXT NOT NULL,
    file            TEXT NOT NULL UNIQUE,      -- a name under accepted/
    file_sha256     TEXT NOT NULL,
    month_end       TEXT,                      -- the newest month the sheet speaks of
    rows_read       INTEGER NOT NULL,
    rows_loaded     INTEGER NOT NULL,
    rows_held       INTEGER NOT NULL,
    rows_ignored    INTEGER NOT NULL,
    PRIMARY KEY (load_id, dataset, sheet)
);

CREATE TABLE coverage (
    force      TEXT NOT NULL,
    dataset    TEXT NOT NULL,
    month_end  TEXT NOT NULL,
    unit       TEXT NOT NULL,                  -- '*' is the whole force
    load_id    TEXT NOT NULL REFERENCES load (load_id),
    active     INTEGER NOT NULL CHECK (active IN (0, 1)),
    PRIMARY KEY (force, dataset, month_end, unit, load_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX coverage_active_once ON coverage (force, dataset, month_end, unit) WHERE active = 1;
CREATE INDEX coverage_of_load ON coverage (load_id);

CREATE TABLE publication (
    id             INTEGER PRIMARY KEY,
    file           TEXT NOT NULL UNIQUE,       -- a name under published/
    sha256         TEXT NOT NULL,
    settings_hash  TEXT NOT NULL,
    made_at        TEXT NOT NULL,
    made_by        TEXT NOT NULL,
    note           TEXT NOT NULL,
    kept           INTEGER NOT NULL DEFAULT 1 CHECK (kept IN (0, 1))
);

-- a document that cites a publication keeps its file
CREATE TABLE citation (
    publication_id  INTEGER NOT NULL REFERENCES publication (id),
    document        TEXT NOT NULL,
    cited_at        TEXT NOT NULL,
    PRIMARY KEY (publication_id, document)
);

CREATE TABLE accepted_warning (
    load_id      TEXT NOT NULL REFERENCES load (load_id),
    code         TEXT NOT NULL,
    dataset      TEXT NOT NULL,
    sheet        TEXT NOT NULL,
    says         TEXT NOT NULL,
    cells        INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    accepted_by  TEXT NOT NULL,
    accepted_at  TEXT NOT NULL
);

CREATE TABLE remembered_match (
    force        TEXT NOT NULL,
    list         TEXT NOT NULL,                -- 'column:<dataset>' or a value list of settings
    text         TEXT NOT NULL,                -- as plain text, never a person's reference
    code         TEXT NOT NULL,
    agreed_by    TEXT NOT NULL,
    agreed_at    TEXT NOT NULL,
    PRIMARY KEY (force, list, text)
);

CREATE TABLE annotation (
    id         INTEGER PRIMARY KEY,
    force      TEXT NOT NULL,
    unit       TEXT NOT NULL,
    month_end  TEXT NOT NULL,
    says       TEXT NOT NULL,
    said_by    TEXT NOT NULL,
    said_at    TEXT NOT NULL
);

CREATE TABLE scenario (
    id       INTEGER PRIMARY KEY,
    force    TEXT NOT NULL,
    title    TEXT NOT NULL,
    content  TEXT NOT NULL,                    -- JSON
    made_by  TEXT NOT NULL,
    made_at  TEXT NOT NULL
);

-- facts about the store itself: whether it holds invented data, say
CREATE TABLE fact (
    name   TEXT PRIMARY KEY,
    value  TEXT NOT NULL
);
