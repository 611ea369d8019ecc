-- Rows whose crime_system_ref is given for more than one person.
with given as (
    select "force", month_end, crime_system_ref, count(distinct person_ref) as people
    from rows
    where crime_system_ref is not null
    group by "force", month_end, crime_system_ref
)

select rows.row_number
from rows
inner join given
    on rows."force" is not distinct from given."force"
    and rows.month_end = given.month_end
    and rows.crime_system_ref = given.crime_system_ref
where given.people > 1
order by rows.row_number
