-- The newest month for which a force would have a monthly return.
SELECT "force", max(month_end) AS month_end
FROM will.coverage
WHERE NOT starts_with(dataset, 'police_') AND dataset NOT IN ('demand', 'budget', 'post_cost')
GROUP BY "force"
