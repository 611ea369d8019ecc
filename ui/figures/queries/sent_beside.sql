-- What stands beside the monthly returns: each sheet of a unit or ('*') of the whole force, with the first and the last
-- day that its rows are of, and when the newest of the loads behind them came.
with told as (
    select load_id, dataset, max(loaded_at) as loaded_at
    from w.load
    group by all
)
select
    c.dataset, coalesce(c.unit, '*') as unit, min(c.month_end) as first_day, max(c.month_end) as last_day,
    count(distinct c.month_end) as days, max(t.loaded_at) as loaded_at, max(c.load_id) as load_id
from w.coverage as c
left join told as t on c.load_id = t.load_id and c.dataset = t.dataset
where c."force" = $force and c.dataset in ('demand', 'budget', 'post_cost')
group by all
order by c.dataset, unit;
