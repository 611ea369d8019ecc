-- What the force has set that enters a figure, as it stood at the month end, with who set it and why where that is kept.
with entry as (
    select 'ref_weight' as list, "force", valid_from, valid_to, work_family as family,
        work_type || ': ' || hours || ' hours a case (' || coalesce(low::varchar, 'no low') || ' to '
        || coalesce(high::varchar, 'no high') || '), ' || status as says, set_by, "source" as why
    from w.ref_weight
    union all
    select 'ref_working_time', "force", valid_from, valid_to, null,
        coalesce(available_hours, contracted_hours - hours_lost) || ' hours a year for each FTE, ' || status, set_by, "source"
    from w.ref_working_time
    union all
    select 'ref_carrier', "force", valid_from, valid_to, work_family,
        work_family || ' carried by ' || "role", null, null
    from w.ref_carrier
    union all
    select 'ref_ceiling', "force", valid_from, valid_to, work_family,
        work_family || coalesce(', ' || "role", '') || ': ' || open_per_fte || ' open for each FTE', set_by, why
    from w.ref_ceiling
    union all
    select 'ref_requirement', "force", valid_from, valid_to, null,
        "role" || ' in ' || unit_type || ' needs ' || course, null, null
    from w.ref_requirement
    where unit_type in (select u.type from w.ref_unit as u where list_contains($units::varchar[], u.unit))
    union all
    select 'ref_course', "force", valid_from, valid_to, null,
        title || coalesce(', in date for ' || valid_months || ' months', ', does not expire')
        || case when trauma_informed then ', trauma-informed' else '' end, null, null
    from w.ref_course
    union all
    select 'ref_setting', "force", valid_from, valid_to, null,
        'one FTE carrying reduced work counts as ' || "value", set_by, why
    from w.ref_setting
    where name = 'reduced_share'
    union all
    select 'ref_line', "force", valid_from, valid_to, null,
        'line at ' || level || coalesce(' for units of type ' || unit_type, ''), set_by, why
    from w.ref_line
    where metric = $metric
        and (
            unit_type is null
            or unit_type in (select u.type from w.ref_unit as u where list_contains($units::varchar[], u.unit))
        )
)
select distinct list, says, set_by, why, valid_from
from entry
where "force" = $force and (list = 'ref_line' or list_contains($lists::varchar[], list))
    and (valid_from is null or valid_from <= $month) and (valid_to is null or valid_to >= $month)
    and ($family is null or family is null or family = $family)
order by list, says;
