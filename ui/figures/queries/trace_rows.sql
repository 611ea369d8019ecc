-- The rows that a figure is counted from: by sheet, month and load, their numbers in the sheet and never what they hold.
-- A movement is of both its units, in the month it happened. A training record without a unit is of the people of the
-- units asked for; `of_unit` says that a row named its unit.
with wanted as (
    select unnest($datasets::varchar[]) as dataset, unnest($months::date[]) as month_end
),
mine as (
    select distinct coalesce(training_key, person_key) as person_key
    from w.people
    where "force" = $force and month_end = $month and list_contains($units::varchar[], unit)
),
entered as (
    select 'caseload' as dataset, "force", unit, month_end, work_family, load_id, sheet, row_number
    from w.caseload
    union all
    select 'investigators', "force", unit, month_end, work_family, load_id, sheet, row_number
    from w.investigators
    union all
    select 'establishment', "force", unit, month_end, null, load_id, sheet, row_number
    from w.establishment
    union all
    select 'people', "force", unit, month_end, null, load_id, sheet, row_number
    from w.people
    union all
    select 'unavailable', "force", unit, month_end, null, load_id, sheet, row_number
    from w.unavailable
    union all
    select 'movements', "force", unnest([from_unit, to_unit]), last_day("date"), null, load_id, sheet, row_number
    from w.movements
    union all
    select 'training', t."force", t.unit, t.month_end, null, t.load_id, t.sheet, t.row_number
    from w.training as t
    where t.unit is not null or t.person_key in (select m.person_key from mine as m)
)
select
    e.dataset, e.month_end, e.load_id, e.sheet, e.unit is not null as of_unit,
    list_sort(list(distinct e.row_number)) as row_numbers
from entered as e
inner join wanted as a on e.dataset = a.dataset and e.month_end = a.month_end
where e."force" = $force
    and (list_contains($units::varchar[], e.unit) or (e.dataset = 'training' and e.unit is null))
    and ($family is null or e.work_family is null or e.work_family = $family)
group by all
order by e.dataset, e.month_end desc, e.load_id, e.sheet, of_unit;
