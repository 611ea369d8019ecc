-- Published strength of one day that a later edition gives otherwise: figures are published to two decimals.
with editions as (
    select
        "force",
        as_at,
        worker_type,
        basis,
        edition,
        value,
        lag(value) over figure as earlier_value,
        lag(edition) over figure as earlier_edition
    from police_strength
    where value is not null
    window figure as (partition by "force", as_at, worker_type, basis order by edition, load_id)
)

select
    "force",
    cast(null as varchar) as unit,
    as_at as month_end,
    cast(round(value - earlier_value) as bigint) as n,
    worker_type || ', ' || basis || ': ' || format('{:,.2f}', earlier_value) || ' in the edition to '
    || strftime(earlier_edition, '%d/%m/%Y') || ', ' || format('{:,.2f}', value) || ' in that to '
    || strftime(edition, '%d/%m/%Y') as detail
from editions
where abs(value - earlier_value) > 0.005
order by "force", as_at, detail
