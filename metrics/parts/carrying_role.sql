-- The roles that carry any work at all, at the month end.
CREATE OR REPLACE TEMP TABLE carrying_role AS
SELECT DISTINCT "force", month_end, role FROM carrier
