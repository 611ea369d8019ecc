-- Published strength of one day that a later edition changed by more than rounding.
with editions as (
    select
        "force",
        as_at,
        worker_type,
        basis,
        edition,
        value,
        lag(value) over (partition by "force", as_at, worker_type, basis order by edition) as earlier_value
    from police_strength
)

select
    "force",
    cast(null as varchar) as unit,
    as_at as month_end,
    cast(round(value - earlier_value) as bigint) as n,
    worker_type || ', ' || basis || ', edition ' || strftime(edition, '%d/%m/%Y') as detail
from editions
where abs(value - earlier_value) > 0.5
order by "force", as_at, detail
