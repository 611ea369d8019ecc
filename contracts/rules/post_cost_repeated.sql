-- Rows that share the key with another row of the sheet.
select row_number
from rows
where valid_from is not null
qualify count(*) over (partition by "force", valid_from, role, worker_type, includes) > 1
order by row_number
