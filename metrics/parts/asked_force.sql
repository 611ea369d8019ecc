-- The forces being published.
CREATE OR REPLACE TEMP TABLE asked_force AS
SELECT DISTINCT unnest($forces::VARCHAR[]) AS "force"
