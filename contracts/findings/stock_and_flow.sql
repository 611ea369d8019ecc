-- The part of the change in open cases that new, closed, transferred and reopened do not explain. A flow that was not
-- sent adds nothing and is named, because the residual may be just that.
with stock as (
    select
        this_month."force",
        this_month.unit,
        this_month.month_end,
        this_month.work_type,
        this_month."open" - last_month."open" - this_month."new" + this_month.closed
        - coalesce(this_month.reopened, 0) - coalesce(this_month.transferred_in, 0)
        + coalesce(this_month.transferred_out, 0) as residual,
        this_month.reopened is null or this_month.transferred_in is null
        or this_month.transferred_out is null as flow_not_sent
    from caseload as this_month
    inner join caseload as last_month
        on this_month."force" = last_month."force" and this_month.unit = last_month.unit
        and this_month.work_type = last_month.work_type
        and last_month.month_end = last_day(this_month.month_end - interval 1 month)
)

select
    "force",
    unit,
    month_end,
    residual as n,
    case
        when flow_not_sent then work_type || ' (transfers or reopened not sent)'
        else work_type
    end as detail
from stock
where residual <> 0
order by "force", unit, month_end, detail
