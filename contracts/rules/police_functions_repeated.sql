-- Rows that share the key with another row of the sheet.
select row_number
from rows
qualify count(*) over (partition by "force", as_at, worker_type, wider_function, function, edition) > 1
order by row_number
