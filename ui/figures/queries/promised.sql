-- Posts that stand on a decision, or on money that ends, at one month end, of a reader's units.
select unit, "role", worker_type, funded_fte, held_fte, start_agreed_fte, funding_source, funding_ends, decision_ref
from w.establishment
where "force" = $force and month_end = $month and list_contains($units::varchar[], unit)
    and (decision_ref is not null or funding_ends is not null)
order by unit, "role", worker_type;
