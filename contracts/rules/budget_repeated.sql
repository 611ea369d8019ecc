-- Rows that share the key with another row of the sheet.
select row_number
from rows
where year_ending is not null
qualify count(*) over (partition by "force", year_ending, unit, includes) > 1
order by row_number
