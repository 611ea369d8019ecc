-- The rows that are held back from a month's figures by decision: of which units, why and by whom.
select dataset, unit, sheet, row_number, reason, held_by, load_id
from w.held_row
where "force" = $force and month_end = $month
order by dataset, load_id, sheet, row_number, unit;
