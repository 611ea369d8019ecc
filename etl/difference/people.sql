-- Where each person was and will be at each month end of People that is spoken for: only those of whom that differs.
-- A unit was as it stands for the month, else as in the newest month before it; a unit that has not sent the month yet
-- still holds its people, and none of them is gone.
WITH asked AS (
    SELECT DISTINCT "force", month_end FROM touched WHERE dataset = 'people'
),
before_it AS (
    SELECT a."force", a.month_end, max(c.month_end) AS month_before
    FROM asked AS a
    INNER JOIN was.coverage AS c
        ON c.dataset = 'people' AND a."force" = c."force" AND c.month_end < a.month_end
    GROUP BY ALL
),
spoken AS (
    SELECT a."force", a.month_end, c.unit
    FROM asked AS a
    INNER JOIN will.coverage AS c
        ON c.dataset = 'people' AND a."force" = c."force" AND a.month_end = c.month_end
),
known AS (
    SELECT "force", month_end, unit FROM spoken
    UNION
    SELECT b."force", b.month_end, c.unit
    FROM before_it AS b
    INNER JOIN was.coverage AS c
        ON c.dataset = 'people' AND b."force" = c."force" AND b.month_before = c.month_end
),
unit_was AS (
    SELECT k."force", k.month_end, k.unit, max(c.month_end) AS at
    FROM known AS k
    INNER JOIN was.coverage AS c
        ON c.dataset = 'people' AND k."force" = c."force" AND k.unit = c.unit AND c.month_end <= k.month_end
    GROUP BY ALL
),
was_in AS (
    SELECT u."force", u.month_end, p.person_key, u.unit, s.unit IS NOT NULL AS spoken
    FROM unit_was AS u
    INNER JOIN was.people AS p ON u."force" = p."force" AND u.unit = p.unit AND u.at = p.month_end
    LEFT JOIN spoken AS s ON u."force" = s."force" AND u.month_end = s.month_end AND u.unit = s.unit
),
will_be AS (
    SELECT p."force", p.month_end, p.person_key, p.unit, p.row_number
    FROM will.people AS p
    SEMI JOIN asked AS a ON p."force" = a."force" AND p.month_end = a.month_end
),
was_units AS (
    SELECT
        "force", month_end, person_key, list_sort(list(DISTINCT unit)) AS units,
        coalesce(list_sort(list(DISTINCT unit) FILTER (WHERE spoken)), []) AS spoken
    FROM was_in
    GROUP BY ALL
),
will_units AS (
    SELECT "force", month_end, person_key, list_sort(list(DISTINCT unit)) AS units, min(row_number) AS "row"
    FROM will_be
    GROUP BY ALL
)
SELECT
    coalesce(n."force", w."force") AS "force",
    coalesce(n.month_end, w.month_end) AS month_end,
    coalesce(n.person_key, w.person_key) AS person_key,
    coalesce(w.units, []) AS were_in,
    coalesce(w.spoken, []) AS spoken_of,
    coalesce(n.units, []) AS will_be_in,
    n."row"
FROM will_units AS n
FULL JOIN was_units AS w
    ON n."force" = w."force" AND n.month_end = w.month_end AND n.person_key = w.person_key
WHERE w.units IS DISTINCT FROM n.units
ORDER BY ALL
