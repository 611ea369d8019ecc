-- The budgets of a force and of a reader's units, by financial year and what they include.
select year_ending, unit, includes, "source", budget_pounds
from w.budget
where "force" = $force and (unit is null or list_contains($units::varchar[], unit))
order by year_ending, unit nulls first, includes;
