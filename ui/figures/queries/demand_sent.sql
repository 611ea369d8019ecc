-- How many counts of recorded crime have been sent of a force and of a reader's units.
select count(*) as counts
from w.demand
where "force" = $force and counted_as = 'recorded crimes'
    and (unit is null or list_contains($units::varchar[], unit));
