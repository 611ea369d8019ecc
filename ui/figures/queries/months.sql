-- Month ends with a caseload, workforce or training return.
select distinct "force" as force_code, month_end
from w.coverage
where not starts_with(dataset, 'police_') and dataset not in ('demand', 'budget', 'post_cost')
order by force_code, month_end;
