-- Where people went; kept only beside a curve that was read.
SELECT e.level, e.name, e.destination, e.exits
FROM tenure_exit AS e
WHERE e."force" = $force AND e.month_end = $month AND e.fewest = $fewest
ORDER BY e.level, e.name, e.destination
