-- Documents that were handed over, with the figures they show. Kept as made; withdrawing one deletes its
-- files and its figures, and is recorded beside it.

CREATE TABLE document (
    id              INTEGER PRIMARY KEY,
    title           TEXT NOT NULL,
    audience        TEXT NOT NULL,
    force           TEXT NOT NULL,
    units           TEXT NOT NULL,             -- codes as JSON: who may not see one of them may not open it
    month_end       TEXT NOT NULL,
    mode            TEXT NOT NULL CHECK (mode IN ('internal', 'publication')),
    marking         TEXT NOT NULL,
    publication_id  INTEGER NOT NULL REFERENCES publication (id),
    figures         TEXT NOT NULL,             -- each figure shown, as JSON; '' once withdrawn
    made_by         TEXT NOT NULL,
    made_at         TEXT NOT NULL,
    withdrawn_by    TEXT,
    withdrawn_at    TEXT
);
CREATE INDEX document_of_force ON document (force, id);

CREATE TABLE document_file (
    document_id  INTEGER NOT NULL REFERENCES document (id),
    name         TEXT NOT NULL,                -- as it is handed over
    file         TEXT NOT NULL UNIQUE,         -- a name under documents/
    sha256       TEXT NOT NULL,
    bytes        INTEGER NOT NULL,
    PRIMARY KEY (document_id, name)
);

CREATE TRIGGER document_is_not_rewritten BEFORE UPDATE ON document
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.withdrawn_by IS NULL
    OR NEW.id <> OLD.id OR NEW.title <> OLD.title OR NEW.audience <> OLD.audience OR NEW.force <> OLD.force
    OR NEW.units <> OLD.units OR NEW.month_end <> OLD.month_end OR NEW.mode <> OLD.mode
    OR NEW.marking <> OLD.marking OR NEW.publication_id <> OLD.publication_id OR NEW.figures <> ''
    OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at
BEGIN
    SELECT RAISE(ABORT, 'a document may only be withdrawn, once');
END;

CREATE TRIGGER document_is_not_deleted BEFORE DELETE ON document
BEGIN
    SELECT RAISE(ABORT, 'a document may only be withdrawn, once');
END;

CREATE TRIGGER document_is_not_replaced BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a document may only be withdrawn, once');
END;
