-- The rows of what comes beside the monthly returns that a figure is counted from: demand of the months asked for, the
-- budget of the financial year that the month is in, and the newest cost of each post up to the month. A row without a
-- unit is of the whole force.
with cost as (
    select p.*
    from w.post_cost as p
    where p."force" = $force and p.valid_from <= $month
    qualify rank() over (
        partition by p."role", p.worker_type, p."includes"
        order by p.valid_from desc
    ) = 1
),
entered as (
    select 'demand' as dataset, month_end, unit, load_id, sheet, row_number
    from w.demand
    where "force" = $force and list_contains($months::date[], month_end)
    union all
    select 'budget', month_end, unit, load_id, sheet, row_number
    from w.budget
    where "force" = $force and year_ending >= $month and year_ending - interval 1 year < $month
    union all
    select 'post_cost', month_end, null, load_id, sheet, row_number
    from cost
)
select
    dataset, month_end, load_id, sheet, unit is not null as of_unit,
    list_sort(list(distinct row_number)) as row_numbers
from entered
where list_contains($datasets::varchar[], dataset) and (unit is null or list_contains($units::varchar[], unit))
group by all
order by dataset, month_end desc, load_id, sheet, of_unit, row_numbers;
