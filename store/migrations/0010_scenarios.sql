-- Scenarios as they were saved. A rerun is a row of its own that names the earlier one; taking one back is recorded beside it.
-- The table that stood here was never written to: it had room for a name and a text alone.
DROP TABLE scenario;

CREATE TABLE scenario (
    id               INTEGER PRIMARY KEY,
    name             TEXT NOT NULL,
    force            TEXT NOT NULL,
    units            TEXT NOT NULL,             -- codes as JSON; an empty list is all units of the force
    month_end        TEXT NOT NULL,             -- the month of the figures that it starts from
    publication_id   INTEGER NOT NULL,
    publication_file TEXT NOT NULL,
    inputs           TEXT NOT NULL,             -- the assumptions and intakes as JSON
    seed             INTEGER NOT NULL CHECK (seed >= 0),
    result           TEXT NOT NULL,             -- what it came to, with and without the changes, as JSON
    rerun_of         INTEGER REFERENCES scenario (id),
    made_by          TEXT NOT NULL,
    made_at          TEXT NOT NULL,
    withdrawn_by     TEXT,
    withdrawn_at     TEXT
);
CREATE INDEX scenario_of_force ON scenario (force, id);

CREATE TRIGGER scenario_is_not_rewritten BEFORE UPDATE ON scenario
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.withdrawn_by IS NULL
    OR NEW.id <> OLD.id OR NEW.name <> OLD.name OR NEW.force <> OLD.force OR NEW.units <> OLD.units
    OR NEW.month_end <> OLD.month_end OR NEW.publication_id <> OLD.publication_id
    OR NEW.publication_file <> OLD.publication_file OR NEW.inputs <> OLD.inputs OR NEW.seed <> OLD.seed
    OR NEW.result <> OLD.result OR NEW.rerun_of IS NOT OLD.rerun_of OR NEW.made_by <> OLD.made_by
    OR NEW.made_at <> OLD.made_at
BEGIN
    SELECT RAISE(ABORT, 'a scenario may only be withdrawn, once');
END;

CREATE TRIGGER scenario_is_not_deleted BEFORE DELETE ON scenario
BEGIN
    SELECT RAISE(ABORT, 'a scenario may only be withdrawn, once');
END;

CREATE TRIGGER scenario_is_not_replaced BEFORE INSERT ON scenario
WHEN EXISTS (SELECT 1 FROM scenario WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a scenario may only be withdrawn, once');
END;
