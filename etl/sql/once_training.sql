-- A record for the whole force gives way, person by person, to a later record of one unit for the same month.
SELECT s.*
FROM standing AS s
WHERE NOT (
    s.owner IS NULL AND EXISTS (
        SELECT 1
        FROM standing AS t
        WHERE t."force" = s."force" AND t.month_end = s.month_end AND t.person_key = s.person_key
            AND t.owner IS NOT NULL AND t.seq > s.seq
    )
)
