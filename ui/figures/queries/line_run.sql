-- How long each unit of a reader had been beyond its line at one month end, measure by measure.
select metric, unit, work_family, line, over_last_12, known_last_12, "current", longest, since
from w.line_run
where "force" = $force and month_end = $month and list_contains($units::varchar[], unit)
order by metric, unit, work_family;
