-- How a query is read: as a tree of what it takes from where.
SELECT json_serialize_sql($1) AS tree
