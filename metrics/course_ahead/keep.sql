-- Those of other forces stay as they were published.
DELETE FROM course_ahead WHERE "force" IN (SELECT a."force" FROM asked_force AS a);

-- `until` is the last day in date, `booked_for` the next place. The last of the 13 weeks ends on day 90, so the weeks
-- add up to the measures of 90 days; what runs out on the month end itself runs out in the first.
INSERT INTO course_ahead BY NAME
WITH person AS (
    SELECT
        n."force", n.unit, n.course, n.month_end, n.days_left, n.days_to_booking, c.valid_months,
        n.month_end + n.days_left::INTEGER AS until, n.month_end + n.days_to_booking::INTEGER AS booked_for,
        CASE WHEN n.days_left <= 90 THEN greatest(1, least(13, (n.days_left + 6) // 7)) END AS week_out,
        CASE WHEN n.days_to_booking <= 90 THEN least(13, (n.days_to_booking + 6) // 7) END AS week_booked
    FROM course_need AS n
    LEFT JOIN catalogue AS c ON n."force" = c."force" AND n.month_end = c.month_end AND n.course = c.course
),
ahead AS (
    SELECT p.*, s.step, last_day(p.month_end + to_months(s.step)) AS at_end
    FROM person AS p
    CROSS JOIN (SELECT unnest(range(0, 14))::INTEGER AS step) AS s
),
counted AS (
    SELECT
        "force", unit, course, month_end, step,
        count(*) AS needed,
        count(*) FILTER (WHERE until >= at_end) AS in_date,
        count(*) FILTER (
            WHERE until >= at_end
                OR (booked_for <= at_end AND coalesce(booked_for + to_months(valid_months) >= at_end, TRUE))
        ) AS if_booked,
        count(*) FILTER (WHERE week_out = step) AS expiring,
        count(*) FILTER (WHERE week_out = step AND week_booked IS NULL) AS no_place,
        count(*) FILTER (WHERE week_out = step AND week_booked IS NOT NULL AND booked_for > until) AS place_after,
        count(*) FILTER (WHERE week_booked = step) AS places
    FROM ahead
    GROUP BY "force", unit, course, month_end, step
)
SELECT
    "force", unit, course, month_end, max(needed)::INTEGER AS needed,
    list(in_date::INTEGER ORDER BY step) FILTER (WHERE step <= 12) AS in_date,
    list(if_booked::INTEGER ORDER BY step) FILTER (WHERE step <= 12) AS if_booked,
    list(expiring::INTEGER ORDER BY step) FILTER (WHERE step >= 1) AS expiring,
    list(no_place::INTEGER ORDER BY step) FILTER (WHERE step >= 1) AS no_place,
    list(place_after::INTEGER ORDER BY step) FILTER (WHERE step >= 1) AS place_after,
    list(places::INTEGER ORDER BY step) FILTER (WHERE step >= 1) AS places
FROM counted
GROUP BY "force", unit, course, month_end
ORDER BY "force", month_end, unit, course;
