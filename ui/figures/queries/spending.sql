-- What was spent of the budgets of one financial year, of a force and of a reader's units.
select unit, includes, budget_pounds, spent_pounds, spent_as_at, "source"
from w.budget
where "force" = $force and year_ending = $year_ending and spent_pounds is not null
    and (unit is null or list_contains($units::varchar[], unit))
order by unit nulls first, includes;
