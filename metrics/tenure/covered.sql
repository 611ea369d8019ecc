-- The units and months whose People can be counted.
SELECT c.unit, c.month_end
FROM covered AS c
INNER JOIN unit_of_force AS u ON c."force" = u."force" AND c.unit = u.unit
WHERE c.dataset = 'people' AND NOT u.benchmark AND c."force" = $force
