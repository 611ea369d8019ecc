-- How many rows of each sheet of each load are held back.
SELECT load_id, dataset, sheet, count(DISTINCT row_number) AS n
FROM unread_word
WHERE held
GROUP BY ALL
