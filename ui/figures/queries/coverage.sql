-- Which unit each sheet covers at each month end; a sheet for the whole force has no unit of its own.
select dataset, coalesce(unit, '*') as unit, month_end
from w.coverage
where "force" = $force and not starts_with(dataset, 'police_')
    and dataset not in ('demand', 'budget', 'post_cost')
order by month_end, unit, dataset;
