-- Posts with money behind them.
SELECT "force", unit, month_end, role, worker_type, funded_fte AS numerator, 0 AS denominator
FROM establishment
