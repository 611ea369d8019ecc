-- Rows that share the key with another row of the sheet.
select row_number
from rows
where month_end is not null
qualify count(*) over (partition by "force", month_end, unit, category, counted_as) > 1
order by row_number
