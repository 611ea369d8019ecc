-- Rows of a unit in which at least five people, and more than a third, share one In unit since date.
with shared as (
    select
        row_number,
        in_unit_since,
        count(*) over (partition by "force", month_end, unit, in_unit_since) as same_day,
        count(*) over (partition by "force", month_end, unit) as in_unit
    from rows
)

select row_number
from shared
where in_unit_since is not null and same_day >= 5 and 3 * same_day > in_unit
order by row_number
