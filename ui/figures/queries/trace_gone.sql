-- Of the sheets and months behind a figure, those whose rows about people were deleted, with the last time that was done.
with wanted as (
    select unnest($datasets::varchar[]) as dataset, unnest($months::date[]) as month_end
)
select g.dataset, g.month_end, max(g.deleted_at) as deleted_at
from w.rows_gone as g
inner join wanted as a on g.dataset = a.dataset and g.month_end = a.month_end
where g."force" = $force
group by all
order by g.dataset, g.month_end;
