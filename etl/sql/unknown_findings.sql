-- Rows with a word that the settings do not know: held back where the word places the row, else shown without it.
SELECT
    CASE WHEN held THEN 'etl.held_unknown_word' ELSE 'etl.unknown_word' END AS id,
    "force", unit, month_end, sum(n)::BIGINT AS n,
    dataset || ': ' || string_agg(DISTINCT column_name, ', ' ORDER BY column_name) AS detail
FROM unknown_text
GROUP BY held, "force", unit, month_end, dataset
