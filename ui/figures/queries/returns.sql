-- Which units each dataset covers at a month end, and when it was loaded.
select c.dataset, c.unit, max(l.loaded_at) as loaded_at, max(l.rows_held) as rows_held, max(l.rows_read) as rows_read
from w.coverage as c
left join w.load as l on l.load_id = c.load_id and l.dataset = c.dataset
where c."force" = $force and c.month_end = $month
group by c.dataset, c.unit
order by c.dataset, c.unit;
