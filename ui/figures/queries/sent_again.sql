-- What was sent again: the load that spoke first for a sheet, unit and month, and when.
select dataset, coalesce(unit, '*') as unit, month_end, first_load_id, first_at
from w.correction
where "force" = $force and not starts_with(dataset, 'police_')
    and dataset not in ('demand', 'budget', 'post_cost')
order by all;
