-- Rows that share the key with another row of the sheet.
select row_number
from rows
qualify count(*) over (partition by "force", person_ref, course, completed_on, coalesce(status, 'completed'), booked_for) > 1
order by row_number
