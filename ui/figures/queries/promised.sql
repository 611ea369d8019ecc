-- Posts that stand on a decision, or on money that ends, at one month end, of a reader's units; with the first month whose
-- return names the same decision for the same posts, and the first month with a return of the unit.
select
    e.unit, e."role", e.worker_type, e.funded_fte, e.held_fte, e.start_agreed_fte, e.funding_source, e.funding_ends,
    e.decision_ref, min(n.month_end) filter (where n.decision_ref = e.decision_ref) as named,
    min(n.month_end) as first_return
from w.establishment as e
join w.establishment as n
    on n."force" = e."force" and n.unit = e.unit and n."role" = e."role" and n.worker_type = e.worker_type
where e."force" = $force and e.month_end = $month and list_contains($units::varchar[], e.unit)
    and (e.decision_ref is not null or e.funding_ends is not null) and n.month_end <= $month
group by all
order by e.unit, e."role", e.worker_type;
