-- Warnings accepted of the sheets, months and units that a figure is counted from, with the reason that was given.
with wanted as (
    select unnest($datasets::varchar[]) as dataset, unnest($months::date[]) as month_end
)
select distinct w.sheet, w.says, w.reason, w.accepted_by, w.accepted_at, w.load_id
from w.accepted_warning as w
inner join wanted as a on w.dataset = a.dataset and w.month_end = a.month_end
where w."force" = $force and (w.unit is null or list_contains($units::varchar[], w.unit))
order by w.load_id, w.sheet, w.says;
