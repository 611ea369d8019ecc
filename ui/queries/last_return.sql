-- The newest month end of each dataset up to a month.
select dataset, max(month_end) as month_end
from w.coverage
where "force" = $force and month_end <= $month
group by dataset
order by dataset;
