-- Each figure of police strength that a later edition gives otherwise: both editions of it, the older first.
with editions as (
    select
        s."force" as force_name, s.worker_type, s.basis, s.as_at, s.edition, s.value,
        lag(s.edition) over figure as was_edition, lag(s.value) over figure as was
    from w.police_strength as s
    where s.value is not null
    window figure as (
        partition by s."force", s.worker_type, s.basis, s.as_at order by s.edition, s.load_id
    )
)

select force_name, worker_type, basis, as_at, was_edition, was, edition, value
from editions
where abs(value - was) > 0.005
order by force_name, worker_type, basis, as_at desc, edition;
