-- Rows whose cost is at least half as much again as that before it, or at most as much less.
with told as (
    select
        row_number,
        cost_pounds,
        lag(cost_pounds) over (
            partition by "force", role, worker_type, includes
            order by valid_from, row_number
        ) as before_it
    from rows
    where cost_pounds > 0
)

select row_number
from told
where 2 * cost_pounds >= 3 * before_it or 2 * before_it >= 3 * cost_pounds
order by row_number
