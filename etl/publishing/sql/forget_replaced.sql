-- A row whose unit cannot be read is not held back where a later load has replaced every unit that it can be of.
DELETE FROM unread_word AS u
WHERE u.dataset = $name AND u.held AND u.owner IS NULL AND NOT EXISTS (
    SELECT 1
    FROM incomplete AS i
    WHERE i.astray AND i.dataset = u.dataset AND i."force" = u."force" AND i.month_end = u.month_end
        AND i.load_id = u.load_id
)
