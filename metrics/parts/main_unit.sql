-- The one unit a person is counted in when they leave altogether: where most of their FTE is.
CREATE OR REPLACE TEMP TABLE main_unit AS
SELECT "force", month_end, person_key, role, worker_type, unit
FROM person_month
QUALIFY row_number() OVER (PARTITION BY "force", month_end, person_key ORDER BY fte DESC, unit) = 1
