-- The rows that are held back by decision: of which month and units, why and by whom.
select dataset, unit, sheet, row_number, reason, held_by, load_id, month_end
from w.held_row
where "force" = $force
order by month_end, dataset, load_id, sheet, row_number, unit;
