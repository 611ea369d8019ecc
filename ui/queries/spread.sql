-- The published spread of one family at a month end, for units and unit types in view and the force.
select level, name, n, median, p90, over_ceiling
from w.spread
where "force" = $force
    and month_end = $month
    and work_family = $family
    and (level = 'force'
        or (level = 'unit' and list_contains($units::varchar[], name))
        or (level = 'unit type' and list_contains($types::varchar[], name)))
order by case level when 'unit' then 1 when 'unit type' then 2 else 3 end, name;
