-- Which measures of which units and months are not what was first reported.
select distinct metric, unit, month_end
from w.figure_first
where "force" = $force and unit is not null;
