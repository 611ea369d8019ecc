-- All recorded crime of the force, month by month, with the counting rule it was counted by.
CREATE OR REPLACE TEMP TABLE recorded_all AS
SELECT d."force", d.month_end, lower(trim(d.definition)) AS rule, d."count" AS crimes
FROM demand AS d
WHERE d.unit IS NULL AND d.category = 'all recorded crime' AND d.counted_as = 'recorded crimes'
