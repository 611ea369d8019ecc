-- A record without a unit, or for the whole force, gives way, person by person, to a later record of one unit for the
-- same month, and one for the whole force to a later one without a unit.
SELECT s.*
FROM standing AS s
WHERE NOT (
    coalesce(s.owner, '') = '' AND EXISTS (
        SELECT 1
        FROM standing AS t
        WHERE t."force" = s."force" AND t.month_end = s.month_end AND t.person_key = s.person_key
            AND t.owner IS NOT NULL AND t.seq > s.seq
    )
)
