-- What has come of each sheet, unit and month: the load that speaks for it, when, and how many of its rows are held back.
with held as (
    select dataset, month_end, coalesce(unit, '*') as unit, count(*) as n
    from w.held_row
    where "force" = $force
    group by all
),
told as (
    select load_id, dataset, max(loaded_at) as loaded_at
    from w.load
    group by all
)
select
    c.dataset, coalesce(c.unit, '*') as unit, c.month_end, c.load_id, t.loaded_at,
    (c.rows_held + coalesce(h.n, 0))::bigint as rows_held
from w.coverage as c
left join told as t on c.load_id = t.load_id and c.dataset = t.dataset
left join held as h
    on c.dataset = h.dataset and c.month_end = h.month_end and coalesce(c.unit, '*') = h.unit
where c."force" = $force and not starts_with(c.dataset, 'police_')
    and c.dataset not in ('demand', 'budget', 'post_cost')
order by c.month_end, c.dataset, unit;
