-- Month ends with a caseload, workforce or training return.
select distinct "force" as force_code, month_end
from w.coverage
where dataset <> 'police_strength'
order by force_code, month_end;
