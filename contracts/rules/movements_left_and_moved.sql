-- Rows of a person who leaves the force and moves unit on one day.
with days as (
    select
        row_number,
        bool_or(event = 'leave force') over (partition by "force", person_ref, date) as left_force,
        bool_or(event in ('move', 'temporary move')) over (partition by "force", person_ref, date) as moved
    from rows
    where event in ('leave force', 'move', 'temporary move')
)

select row_number
from days
where left_force and moved
order by row_number
