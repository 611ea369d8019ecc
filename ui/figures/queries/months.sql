-- Month ends with a caseload, workforce or training return.
select distinct "force" as force_code, month_end
from w.coverage
where not starts_with(dataset, 'police_')
order by force_code, month_end;
