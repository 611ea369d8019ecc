-- Rows outside the month that most rows of the sheet describe.
with months as (
    select month_end, count(*) as rows_in_month
    from rows
    group by month_end
)

select rows.row_number
from rows
where rows.month_end <> (
    select months.month_end
    from months
    order by months.rows_in_month desc, months.month_end desc
    limit 1
)
order by rows.row_number
