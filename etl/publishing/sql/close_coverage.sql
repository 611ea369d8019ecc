-- Months whose rows are gone are set aside while figures are reckoned: their figures are put back, not made.
INSERT INTO closed_coverage
SELECT c.*
FROM coverage AS c
SEMI JOIN rows_gone AS g
    ON c.load_id = g.load_id AND c."force" = g."force" AND c.dataset = g.dataset AND c.month_end = g.month_end;
DELETE FROM coverage AS c
WHERE EXISTS (
    SELECT 1
    FROM rows_gone AS g
    WHERE c.load_id = g.load_id AND c."force" = g."force" AND c.dataset = g.dataset AND c.month_end = g.month_end
);
