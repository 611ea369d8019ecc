-- What a person decides at a load: warnings accepted for named units, rows held back, and rows put right and released.

-- codes of the units whose rows it is about, with commas between; '' is every unit of the sheet
ALTER TABLE accepted_warning ADD COLUMN units TEXT NOT NULL DEFAULT '';

-- the rows of a sheet that were held back while the others were loaded
CREATE TABLE held_sheet (
    load_id      TEXT NOT NULL REFERENCES load (load_id),
    dataset      TEXT NOT NULL,
    sheet        TEXT NOT NULL,
    file         TEXT NOT NULL UNIQUE,         -- a name under accepted/
    file_sha256  TEXT NOT NULL,
    reason       TEXT NOT NULL,
    held_by      TEXT NOT NULL,
    held_at      TEXT NOT NULL,
    PRIMARY KEY (load_id, dataset, sheet)
);

CREATE TABLE held_row (
    load_id     TEXT NOT NULL,
    dataset     TEXT NOT NULL,
    sheet       TEXT NOT NULL,
    row_number  INTEGER NOT NULL,
    month_end   TEXT NOT NULL,
    unit        TEXT NOT NULL,                 -- '' where it cannot be read: it may be any unit of the load
    PRIMARY KEY (load_id, dataset, sheet, row_number),
    FOREIGN KEY (load_id, dataset, sheet) REFERENCES held_sheet (load_id, dataset, sheet)
);

-- a release is a load of its own (release_id); undone, the row is held back again
CREATE TABLE released_row (
    release_id  TEXT NOT NULL REFERENCES load (load_id),
    load_id     TEXT NOT NULL,
    dataset     TEXT NOT NULL,
    sheet       TEXT NOT NULL,
    row_number  INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    PRIMARY KEY (release_id, load_id, dataset, sheet, row_number),
    FOREIGN KEY (load_id, dataset, sheet, row_number) REFERENCES held_row (load_id, dataset, sheet, row_number)
);
