-- Rows of people in several units whose FTE adds up to more than one; a single row over one has a rule of its own.
with people as (
    select
        row_number,
        round(sum(fte) over (partition by "force", month_end, person_ref), 4) as total_fte,
        count(*) over (partition by "force", month_end, person_ref) as unit_rows
    from rows
)

select row_number
from people
where total_fte > 1 and unit_rows > 1
order by row_number
