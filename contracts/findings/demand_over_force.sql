-- Months in which more of one category is recorded for the units together than for the whole force by the same rule.
with units as (
    select "force", month_end, category, counted_as, lower(trim(definition)) as rule, sum("count") as n
    from demand
    where unit is not null
    group by all
),
whole as (
    select "force", month_end, category, counted_as, lower(trim(definition)) as rule, "count" as n
    from demand
    where unit is null
)
select
    units."force", null::varchar as unit, units.month_end, (units.n - whole.n)::bigint as n,
    units.category || ', ' || units.counted_as as detail
from units
inner join whole
    on units."force" is not distinct from whole."force" and units.month_end = whole.month_end
    and units.category = whole.category and units.counted_as = whole.counted_as and units.rule = whole.rule
where units.n > whole.n
