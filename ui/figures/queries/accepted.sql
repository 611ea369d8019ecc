-- The warnings that were accepted for a month's figures: for which units, why and by whom.
select dataset, unit, sheet, code, says, cells, reason, accepted_by, load_id
from w.accepted_warning
where "force" = $force and month_end = $month
order by dataset, sheet, code, says, unit;
