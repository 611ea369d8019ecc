-- Months in which the kinds of the units come to more than all recorded crime of the force by the same rule. A unit that
-- says how many its crimes are in all is counted by that.
with counted as (
    select "force", month_end, unit, category, lower(trim(definition)) as rule, "count" as n
    from demand
    where unit is not null and counted_as = 'recorded crimes'
    qualify
        category = 'all recorded crime'
        or not bool_or(category = 'all recorded crime') over (partition by "force", unit, month_end)
),
units as (
    select "force", month_end, rule, sum(n) as n
    from counted
    group by all
)
select
    units."force", null::varchar as unit, units.month_end, (units.n - whole."count")::bigint as n,
    'all recorded crime' as detail
from units
inner join demand as whole
    on units."force" is not distinct from whole."force" and units.month_end = whole.month_end
    and units.rule = lower(trim(whole.definition))
where whole.unit is null and whole.category = 'all recorded crime' and whole.counted_as = 'recorded crimes'
    and units.n > whole."count"
