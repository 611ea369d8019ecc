-- Who did what, chained by hash: each line holds the hash of the line before. No line may be changed or removed.

CREATE TABLE audit (
    seq     INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    who     TEXT NOT NULL,
    verb    TEXT NOT NULL CHECK (verb IN
                ('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure')),
    what    TEXT NOT NULL,                     -- the thing: a load, a publication, an export
    detail  TEXT NOT NULL,                     -- JSON of counts and ids, never values from a return
    before  TEXT NOT NULL,
    hash    TEXT NOT NULL UNIQUE
);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;

-- REPLACE deletes without firing the trigger above; refuse a number already used
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq OR hash = NEW.hash)
BEGIN
    SELECT RAISE(ABORT, 'the audit is append-only');
END;
