-- Which units each dataset covers at a month end, by which load, when it was loaded, and that load's rows of all its sheets.
with told as (
    select
        load_id, dataset, max(loaded_at) as loaded_at, sum(rows_held)::bigint as rows_held,
        sum(rows_read)::bigint as rows_read
    from w.load
    group by all
)

select c.dataset, c.unit, t.loaded_at, t.rows_held, t.rows_read, c.load_id
from w.coverage as c
left join told as t on c.load_id = t.load_id and c.dataset = t.dataset
where c."force" = $force and c.month_end = $month and c.dataset not in ('budget', 'post_cost')
order by c.dataset, c.unit, c.load_id;
