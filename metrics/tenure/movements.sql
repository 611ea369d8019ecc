-- What Movements says of people's goings, which adds where to and why.
SELECT date, person_key, event, from_unit, to_unit, reason FROM movement WHERE "force" = $force
