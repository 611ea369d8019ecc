-- Recorded crimes of one kind, of a unit or (without one) of the whole force. Not known where the rule is another than
-- that of all recorded crime: the two are then not parts of one count.
CREATE OR REPLACE TEMP TABLE recorded_part AS
SELECT
    d."force", d.unit, d.month_end, d.category AS work_type,
    CASE WHEN lower(trim(d.definition)) = a.rule THEN d."count" END AS crimes
FROM demand AS d
INNER JOIN recorded_all AS a ON d."force" = a."force" AND d.month_end = a.month_end
WHERE d.counted_as = 'recorded crimes' AND d.category <> 'all recorded crime'
