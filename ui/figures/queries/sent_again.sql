-- What was sent again: the load that spoke first for a sheet, unit and month, and when.
select dataset, coalesce(unit, '*') as unit, month_end, first_load_id, first_at
from w.correction
where "force" = $force and dataset <> 'police_strength'
order by all;
