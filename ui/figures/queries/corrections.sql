-- Which sheets of these units and months were sent again: who spoke first, who speaks now, and when.
with wanted as (
    select unnest($datasets::varchar[]) as dataset, unnest($months::date[]) as month_end
)
select c.dataset, c.month_end, c.unit, c.first_load_id, c.first_at, c.load_id, c.corrected_at
from w.correction as c
inner join wanted as a on c.dataset = a.dataset and c.month_end = a.month_end
where c."force" = $force and (c.unit is null or list_contains($units::varchar[], c.unit))
order by c.dataset, c.month_end desc, c.unit;
