-- What the checks across sheets and months found at a month end.
select id, unit, n, detail
from w.finding
where "force" = $force and month_end = $month
order by id, unit;
