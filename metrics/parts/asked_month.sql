-- The month ends being published.
CREATE OR REPLACE TEMP TABLE asked_month AS
SELECT DISTINCT unnest($months::DATE[]) AS month_end
