-- Rows of units whose budgets together are more than that of the whole force, for the same year and kind of budget.
with units as (
    select "force", year_ending, includes, sum(budget_pounds) as budget_pounds
    from rows
    where unit <> 'Whole force'
    group by all
)

select part.row_number
from rows as part
inner join units
    on part."force" is not distinct from units."force"
    and part.year_ending = units.year_ending
    and part.includes = units.includes
inner join rows as whole
    on part."force" is not distinct from whole."force"
    and part.year_ending = whole.year_ending
    and part.includes = whole.includes
where whole.unit = 'Whole force'
    and part.unit <> 'Whole force'
    and units.budget_pounds > whole.budget_pounds
    and part.budget_pounds <= whole.budget_pounds
order by part.row_number
