-- Those of other forces stay as they were published.
DELETE FROM in_two_units WHERE "force" IN (SELECT a."force" FROM asked_force AS a);

INSERT INTO in_two_units BY NAME
WITH person AS (
    SELECT "force", month_end, person_key, list_sort(list(DISTINCT unit)) AS units
    FROM person_month
    GROUP BY "force", month_end, person_key
    HAVING count(DISTINCT unit) > 1
)
SELECT "force", month_end, units, count(*)::INTEGER AS people
FROM person
GROUP BY "force", month_end, units
ORDER BY "force", month_end, units;
