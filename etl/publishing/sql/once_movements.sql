-- A movement that two returns tell of is counted once: per force, person, day and event, as last told.
SELECT *
FROM standing
QUALIFY row_number() OVER (PARTITION BY "force", person_key, "date", event ORDER BY seq DESC, row_number) = 1
