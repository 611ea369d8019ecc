-- The share of people that must be matched across systems, as each force has set it and for how long.
SELECT "force", valid_from, valid_to, try_cast(value AS DOUBLE) AS at_least
FROM ref_setting
WHERE name = 'match_limit' AND try_cast(value AS DOUBLE) IS NOT NULL
ORDER BY "force", valid_from
