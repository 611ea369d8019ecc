-- Posts that stand on a decision, or on money that ends, at one month end, of a reader's units; with the first month whose
-- return names the same decision for the same posts, and the first month with a return of the unit. A file published
-- before Establishment said how many posts a decision made has no column of it: nothing is known of it then.
with posts as (
    select null::double as decision_fte, null::double as time_limited_fte
    where false
    union all by name
    select * from w.establishment where "force" = $force and list_contains($units::varchar[], unit)
)

select
    e.unit, e."role", e.worker_type, e.funded_fte, e.decision_fte, e.time_limited_fte, e.held_fte, e.start_agreed_fte,
    e.funding_source, e.funding_ends, e.decision_ref,
    min(n.month_end) filter (where n.decision_ref = e.decision_ref) as named,
    min(n.month_end) as first_return
from posts as e
join posts as n on n.unit = e.unit and n."role" = e."role" and n.worker_type = e.worker_type
where e.month_end = $month and (e.decision_ref is not null or e.funding_ends is not null) and n.month_end <= $month
group by all
order by e.unit, e."role", e.worker_type, e.decision_ref, e.funding_ends, e.funding_source;
