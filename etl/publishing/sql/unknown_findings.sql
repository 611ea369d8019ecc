-- Rows with a word that the settings do not know, with the word as it was sent: held back where the word places the row,
-- else shown without it. The unit is named where the row can only be of one.
WITH only_one AS (
    SELECT dataset, "force", month_end, load_id, min(unit) AS unit
    FROM incomplete
    WHERE astray
    GROUP BY ALL
    HAVING count(*) = 1
),
placed AS (
    SELECT u.*, nullif(nullif(coalesce(u.owner, o.unit), ''), '*') AS unit
    FROM unread_word AS u
    LEFT JOIN only_one AS o
        ON u.held AND u.dataset = o.dataset AND u."force" = o."force" AND u.month_end = o.month_end
        AND u.load_id = o.load_id
),
told AS (
    SELECT
        held, "force", unit, month_end, dataset, column_name,
        list_sort(list(DISTINCT said)) AS said
    FROM placed
    GROUP BY ALL
),
words AS (
    SELECT
        held, "force", unit, month_end, dataset,
        string_agg(
            column_name || ' “' || array_to_string(said[1:5], '”, “') || '”'
            || CASE WHEN len(said) > 5 THEN ' and ' || (len(said) - 5) || ' more' ELSE '' END,
            '; ' ORDER BY column_name
        ) AS said
    FROM told
    GROUP BY ALL
),
counted AS (
    SELECT held, "force", unit, month_end, dataset, count(DISTINCT (load_id, sheet, row_number)) AS n
    FROM placed
    GROUP BY ALL
)
SELECT
    CASE WHEN c.held THEN 'etl.held_unknown_word' ELSE 'etl.unknown_word' END AS id,
    c."force", c.unit, c.month_end, c.n, c.dataset || ': ' || w.said AS detail
FROM counted AS c
INNER JOIN words AS w
    ON c.held = w.held AND c."force" = w."force" AND c.unit IS NOT DISTINCT FROM w.unit
    AND c.month_end = w.month_end AND c.dataset = w.dataset
ORDER BY ALL
