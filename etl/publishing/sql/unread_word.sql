-- Each word of a standing row that the settings do not know, as it was sent.
SELECT
    $name AS dataset, "force", month_end, load_id, sheet, row_number, owner,
    column_name, said, list_contains($needed::VARCHAR[], column_name) AS held
FROM (
    SELECT s.*, unnest(s.unread) AS column_name, unnest(s.unread_said) AS said
    FROM standing AS s
)
