-- Each movement once per person, day and event, with the reason that was given, in the month it happened.
CREATE OR REPLACE TEMP TABLE movement AS
SELECT
    "force", person_key, date, event, last_day(date) AS month_end, max(from_unit) AS from_unit,
    max(to_unit) AS to_unit,
    max(CASE WHEN event = 'leave force' THEN leaver_type ELSE nullif(move_reason, 'not recorded') END) AS reason
FROM movements
GROUP BY "force", person_key, date, event
