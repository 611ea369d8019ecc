-- By which rule all recorded crime of a force was counted, month by month, and where the count was taken from. `rule` is
-- the same for two spellings that the figures count as one (metrics/parts/recorded_all.sql).
select month_end, lower(trim(definition)) as rule, definition, "source"
from w.demand
where "force" = $force and unit is null and category = 'all recorded crime' and counted_as = 'recorded crimes'
order by month_end;
