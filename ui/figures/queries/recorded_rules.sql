-- By which rule all recorded crime of a force was counted, month by month, and where the count was taken from.
select month_end, definition, "source"
from w.demand
where "force" = $force and unit is null and category = 'all recorded crime' and counted_as = 'recorded crimes'
order by month_end;
