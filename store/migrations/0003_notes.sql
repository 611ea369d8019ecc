-- Dated notes and new limits. Both are added to and never rewritten: taking one back is recorded beside it.

-- what happened in a month; unit '*' is the whole force
ALTER TABLE annotation ADD COLUMN removed_by TEXT;
ALTER TABLE annotation ADD COLUMN removed_at TEXT;
CREATE INDEX annotation_of_unit ON annotation (force, unit, month_end);

-- new limits of one measure of one unit from a month on: begun by a person, with the cause
CREATE TABLE rebase (
    id           INTEGER PRIMARY KEY,
    force        TEXT NOT NULL,
    unit         TEXT NOT NULL,
    metric       TEXT NOT NULL,
    work_family  TEXT NOT NULL,                -- '' where the measure has none
    from_month   TEXT NOT NULL,                -- the first month end judged by the new limits
    cause        TEXT NOT NULL,
    begun_by     TEXT NOT NULL,
    begun_at     TEXT NOT NULL,
    undone_by    TEXT,
    undone_at    TEXT
);
CREATE UNIQUE INDEX rebase_stands_once ON rebase (force, unit, metric, work_family, from_month)
    WHERE undone_at IS NULL;

CREATE TRIGGER annotation_is_not_rewritten BEFORE UPDATE ON annotation
WHEN OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR NEW.removed_by IS NULL
    OR NEW.id <> OLD.id OR NEW.force <> OLD.force OR NEW.unit <> OLD.unit OR NEW.month_end <> OLD.month_end
    OR NEW.says <> OLD.says OR NEW.said_by <> OLD.said_by OR NEW.said_at <> OLD.said_at
BEGIN
    SELECT RAISE(ABORT, 'a note may only be removed, once');
END;

CREATE TRIGGER annotation_is_not_deleted BEFORE DELETE ON annotation
BEGIN
    SELECT RAISE(ABORT, 'a note may only be removed, once');
END;

CREATE TRIGGER annotation_is_not_replaced BEFORE INSERT ON annotation
WHEN EXISTS (SELECT 1 FROM annotation WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a note may only be removed, once');
END;

CREATE TRIGGER rebase_is_not_rewritten BEFORE UPDATE ON rebase
WHEN OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL OR NEW.undone_by IS NULL
    OR NEW.id <> OLD.id OR NEW.force <> OLD.force OR NEW.unit <> OLD.unit OR NEW.metric <> OLD.metric
    OR NEW.work_family <> OLD.work_family OR NEW.from_month <> OLD.from_month OR NEW.cause <> OLD.cause
    OR NEW.begun_by <> OLD.begun_by OR NEW.begun_at <> OLD.begun_at
BEGIN
    SELECT RAISE(ABORT, 'new limits may only be undone, once');
END;

CREATE TRIGGER rebase_is_not_deleted BEFORE DELETE ON rebase
BEGIN
    SELECT RAISE(ABORT, 'new limits may only be undone, once');
END;

CREATE TRIGGER rebase_is_not_replaced BEFORE INSERT ON rebase
WHEN EXISTS (SELECT 1 FROM rebase WHERE id = NEW.id)
    OR EXISTS (
        SELECT 1 FROM rebase
        WHERE undone_at IS NULL AND force = NEW.force AND unit = NEW.unit AND metric = NEW.metric
            AND work_family = NEW.work_family AND from_month = NEW.from_month
    )
BEGIN
    SELECT RAISE(ABORT, 'these limits stand already');
END;
