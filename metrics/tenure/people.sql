-- Who was in which unit of public protection at each month end.
SELECT month_end, person_key, unit, in_unit_since FROM person_month WHERE "force" = $force
