-- The files of a document are as fixed as the document: none is rewritten or replaced, and they go only
-- once it is withdrawn.

CREATE TRIGGER document_file_is_not_rewritten BEFORE UPDATE ON document_file
BEGIN
    SELECT RAISE(ABORT, 'a file of a document may not be changed');
END;

CREATE TRIGGER document_file_is_not_deleted BEFORE DELETE ON document_file
WHEN EXISTS (SELECT 1 FROM document WHERE id = OLD.document_id AND withdrawn_at IS NULL)
BEGIN
    SELECT RAISE(ABORT, 'a file of a document may not be changed');
END;

CREATE TRIGGER document_file_is_not_replaced BEFORE INSERT ON document_file
WHEN EXISTS (
    SELECT 1 FROM document_file
    WHERE (document_id = NEW.document_id AND name = NEW.name) OR file = NEW.file
) OR EXISTS (SELECT 1 FROM document WHERE id = NEW.document_id AND withdrawn_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'a file of a document may not be changed');
END;
