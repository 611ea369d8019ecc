-- Incidents recorded in one month, of a force and of a reader's units.
select unit, category, "count", definition, "source"
from w.demand
where "force" = $force and month_end = $month and counted_as = 'incidents'
    and (unit is null or list_contains($units::varchar[], unit))
order by unit nulls first, category;
