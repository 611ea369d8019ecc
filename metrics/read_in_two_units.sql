-- How many people are in more than one of a reader's units at a month end, and how many times too often a sum over
-- those units counts them.
WITH seen AS (
    SELECT people, len(list_intersect(units, $units::VARCHAR[])) AS of_these
    FROM in_two_units
    WHERE "force" = $force AND month_end = $month
)
SELECT
    coalesce(sum(people) FILTER (WHERE of_these > 1), 0)::INTEGER AS people,
    coalesce(sum(people * (of_these - 1)) FILTER (WHERE of_these > 1), 0)::INTEGER AS too_often
FROM seen
