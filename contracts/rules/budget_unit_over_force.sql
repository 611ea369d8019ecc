-- Rows of a unit with a larger budget than the whole force has for the same year and kind of budget.
select part.row_number
from rows as part
inner join rows as whole
    on part."force" is not distinct from whole."force"
    and part.year_ending = whole.year_ending
    and part.includes = whole.includes
where whole.unit = 'Whole force'
    and part.unit <> 'Whole force'
    and part.budget_pounds > whole.budget_pounds
order by part.row_number
