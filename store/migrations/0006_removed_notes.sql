-- A note that is taken away may have named somebody, so its words go with it. Who said it, for which month, and who took
-- it away and when are kept.
DROP TRIGGER annotation_is_not_rewritten;

UPDATE annotation SET says = '' WHERE removed_at IS NOT NULL;

CREATE TRIGGER annotation_is_not_rewritten BEFORE UPDATE ON annotation
WHEN OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR NEW.removed_by IS NULL
    OR NEW.id <> OLD.id OR NEW.force <> OLD.force OR NEW.unit <> OLD.unit OR NEW.month_end <> OLD.month_end
    OR NEW.says <> '' OR NEW.said_by <> OLD.said_by OR NEW.said_at <> OLD.said_at
BEGIN
    SELECT RAISE(ABORT, 'a note may only be removed, once');
END;
