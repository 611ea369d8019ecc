-- Recorded crimes of one kind, of a unit or (without one) of the whole force; of a unit also all of its crimes, each
-- counted once. Not known where the rule is another than that of the force's count: the two are not parts of one.
CREATE OR REPLACE TEMP TABLE recorded_part AS
SELECT
    d."force", d.unit, d.month_end, d.category AS work_type,
    CASE WHEN lower(trim(d.definition)) = a.rule THEN d."count" END AS crimes
FROM demand AS d
INNER JOIN recorded_all AS a ON d."force" = a."force" AND d.month_end = a.month_end
WHERE d.counted_as = 'recorded crimes' AND (d.unit IS NOT NULL OR d.category <> 'all recorded crime')
