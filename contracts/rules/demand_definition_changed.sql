-- Rows whose counting rule is another than that of the nearest month before them in the sheet.
with told as (
    select
        row_number,
        lower(trim(definition)) as definition,
        lag(lower(trim(definition))) over (
            partition by "force", unit, category, counted_as
            order by month_end, row_number
        ) as before_it
    from rows
    where definition is not null and month_end is not null
)

select row_number
from told
where definition <> before_it
order by row_number
