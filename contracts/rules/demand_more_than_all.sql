-- Rows of one category that hold more than all that was counted so, for the same unit and month.
select part.row_number
from rows as part
inner join rows as every
    on part."force" is not distinct from every."force"
    and part.month_end = every.month_end
    and part.unit is not distinct from every.unit
    and part.counted_as = every.counted_as
where every.category = case part.counted_as when 'incidents' then 'all incidents' else 'all recorded crime' end
    and part.count > every.count
order by part.row_number
