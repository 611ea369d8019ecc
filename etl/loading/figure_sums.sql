-- Each figure by measure, force, unit and month, with the sums of its parts over whatever it is split by.
SELECT metric, "force", unit, month_end, round(sum(numerator), 6), round(sum(denominator), 6), count(*)
FROM figure
GROUP BY ALL
